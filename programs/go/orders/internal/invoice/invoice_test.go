package invoice_test

import (
	"strings"
	"sync"
	"testing"
	"time"
	"unicode/utf8"

	"example.com/orders/internal/invoice"
	"example.com/orders/internal/order"
)

func TestDescribeReadsTheSuppliersText(t *testing.T) {
	for item, want := range map[string]string{
		"BRK-20417/03 brake disc, ventilated 280 mm x2": "Brake disc, ventilated, 280 mm, pack of 2 [BRK 20417 v3]",
		"FLT7731 oil filter":                            "Oil filter [FLT 7731]",
		"EL-1000 relay x1":                              "Relay [EL 1000]",
		"EL-1000 relay x012":                            "Relay, pack of 12 [EL 1000]",
		"HYD-550120/11 fluid 2,5l":                      "Fluid, 2.5 l [HYD 550120 v11]",
		"HYD-550120 fluid 0.75 ml":                      "Fluid, 0.75 ml [HYD 550120]",
		"TRAN-100/0  drive  shaft   12 kg":              "Drive  shaft, 12 kg [TRAN 100 v0]",
		"  SUS-123 strut 4 cm  ":                        "Strut, 4 cm [SUS 123]",
		"SUS-123 x2":                                    "X2 [SUS 123]",
		"SUS-123 4 mm":                                  "4 mm [SUS 123]",
		"COOL-900 pipe 3 m x1000":                       "Pipe 3 m x1000 [COOL 900]",
		"COOL-900 pipe 3 ft":                            "Pipe 3 ft [COOL 900]",
	} {
		if got := invoice.Describe(item); got != want {
			t.Errorf("Describe(%q) = %q, want %q", item, got, want)
		}
	}
}

func TestDescribeLeavesOtherTextAsItIs(t *testing.T) {
	for item, want := range map[string]string{
		"":                         "",
		"   ":                      "",
		" delivery to the door ":   "delivery to the door",
		"BRK-20417":                "BRK-20417",
		"brk-20417 brake disc":     "brk-20417 brake disc",
		"B-20417 brake disc":       "B-20417 brake disc",
		"BRAKE-20417 disc":         "BRAKE-20417 disc",
		"BRK-12 brake disc":        "BRK-12 brake disc",
		"BRK-1234567 brake disc":   "BRK-1234567 brake disc",
		"BRK-20417/123 brake disc": "BRK-20417/123 brake disc",
		"see BRK-20417 brake disc": "see BRK-20417 brake disc",
		"BRK-20417 brake\ndisc":    "BRK-20417 brake\ndisc",
	} {
		if got := invoice.Describe(item); got != want {
			t.Errorf("Describe(%q) = %q, want %q", item, got, want)
		}
	}
}

func TestDescribeMayRunInSeveralGoroutines(t *testing.T) {
	const item, want = "BRK-20417/03 brake disc 280 mm x2", "Brake disc, 280 mm, pack of 2 [BRK 20417 v3]"
	var all sync.WaitGroup
	for range 8 {
		all.Go(func() {
			for range 50 {
				if got := invoice.Describe(item); got != want {
					t.Errorf("got %q, want %q", got, want)
				}
			}
		})
	}
	all.Wait()
}

func TestAmountHasTwoDecimalsAndGroupsThousands(t *testing.T) {
	for cents, want := range map[order.Cents]string{
		0: "0.00", 5: "0.05", 99: "0.99", 100: "1.00", 99_999: "999.99", 100_000: "1,000.00",
		123_456_789: "1,234,567.89", -5: "-0.05", -100_000: "-1,000.00",
	} {
		if got := invoice.Amount(cents); got != want {
			t.Errorf("Amount(%d) = %q, want %q", cents, got, want)
		}
	}
}

func TestTaxIsRoundedOnceForEachRateInAscendingOrder(t *testing.T) {
	s := invoice.Total([]order.Line{
		{Quantity: 1, Price: 333, VAT: 20},
		{Quantity: 3, Price: 111, VAT: 5},
		{Quantity: 1, Price: 335, VAT: 20},
		{Quantity: 2, Price: 50, VAT: 0},
	})
	want := []invoice.Tax{{Rate: 0, Net: 100, Amount: 0}, {Rate: 5, Net: 333, Amount: 17}, {Rate: 20, Net: 668, Amount: 134}}
	if s.Net != 1101 || s.Due != 1252 || len(s.Taxes) != len(want) {
		t.Fatalf("got %+v", s)
	}
	for i, tax := range want {
		if s.Taxes[i] != tax {
			t.Errorf("tax %d is %+v, want %+v", i, s.Taxes[i], tax)
		}
	}
}

func TestAnInvoiceHasARowForEachLineAndTheTotals(t *testing.T) {
	page := string(invoice.Render(&order.Order{
		ID: 12, Customer: 7, Placed: time.Date(2026, 3, 9, 10, 0, 0, 0, time.UTC),
		Lines: []order.Line{
			{Item: "BRK-20417/03 brake disc 280 mm x2", Quantity: 2, Price: 5_490, VAT: 20},
			{Item: "délivery " + strings.Repeat("é", 80), Quantity: 1, Price: 150_000, VAT: 0},
		},
	}))
	rows := strings.Split(strings.TrimSuffix(page, "\n"), "\n")
	if len(rows) != 12 || rows[0] != "INVOICE 12" || rows[1] != "Customer 7, 9 March 2026" {
		t.Fatalf("unexpected page:\n%s", page)
	}
	for _, row := range rows[3:] {
		if n := utf8.RuneCountInString(row); n != 102 {
			t.Errorf("row of %d characters, want 102: %q", n, row)
		}
	}
	for i, want := range map[int][]string{
		5:  {"Brake disc, 280 mm, pack of 2 [BRK 20417 v3] ", " 2 ", " 54.90 ", " 20% ", " 109.80"},
		6:  {"é… ", " 1,500.00 ", " 0% "},
		8:  {"Net ", " 1,609.80"},
		9:  {"VAT on 1,500.00 ", " 0% ", " 0.00"},
		10: {"VAT on 109.80 ", " 20% ", " 21.96"},
		11: {"Due ", " 1,631.76"},
	} {
		for _, part := range want {
			if !strings.Contains(rows[i], part) {
				t.Errorf("row %d lacks %q: %q", i, part, rows[i])
			}
		}
	}
}
