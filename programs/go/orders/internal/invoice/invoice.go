// Package invoice writes the invoice of an order as text.
package invoice

import (
	"bytes"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"example.com/orders/internal/order"
)

const (
	describeWidth = 64
	rowWidth      = describeWidth + 38
)

// Render writes one row for each line, then the totals by VAT rate and the amount due.
func Render(o *order.Order) []byte {
	var page bytes.Buffer
	page.Grow((len(o.Lines) + 12) * (rowWidth + 1))
	page.WriteString("INVOICE " + strconv.Itoa(o.ID) + "\n")
	page.WriteString("Customer " + strconv.Itoa(o.Customer) + ", " + o.Placed.Format("2 January 2006") + "\n\n")
	row(&page, "Item", "Qty", "Price", "VAT", "Amount")
	rule(&page)
	for _, l := range o.Lines {
		row(&page, Describe(l.Item), strconv.Itoa(l.Quantity), Amount(l.Price), strconv.Itoa(l.VAT)+"%", Amount(l.Net()))
	}
	rule(&page)
	summary := Total(o.Lines)
	row(&page, "Net", "", "", "", Amount(summary.Net))
	for _, tax := range summary.Taxes {
		row(&page, "VAT on "+Amount(tax.Net), "", "", strconv.Itoa(tax.Rate)+"%", Amount(tax.Amount))
	}
	row(&page, "Due", "", "", "", Amount(summary.Due))
	return page.Bytes()
}

// Tax is what is owed at one rate.
type Tax struct {
	Rate        int
	Net, Amount order.Cents
}

// Summary is the foot of an invoice.
type Summary struct {
	Net, Due order.Cents
	Taxes    []Tax
}

// Total adds the lines up. Tax is rounded once for each rate, half away from zero; rates come in ascending order.
func Total(lines []order.Line) Summary {
	var s Summary
	for _, l := range lines {
		net := l.Net()
		s.Net += net
		i := slices.IndexFunc(s.Taxes, func(t Tax) bool { return t.Rate == l.VAT })
		if i < 0 {
			i = len(s.Taxes)
			s.Taxes = append(s.Taxes, Tax{Rate: l.VAT})
		}
		s.Taxes[i].Net += net
	}
	slices.SortFunc(s.Taxes, func(a, b Tax) int { return a.Rate - b.Rate })
	s.Due = s.Net
	for i := range s.Taxes {
		t := &s.Taxes[i]
		t.Amount = (t.Net*order.Cents(t.Rate) + 50) / 100
		s.Due += t.Amount
	}
	return s
}

// Amount writes money with two decimals and a comma between thousands.
func Amount(c order.Cents) string {
	digits := strconv.AppendInt(make([]byte, 0, 24), int64(c), 10)
	var out []byte
	if digits[0] == '-' {
		out, digits = append(out, '-'), digits[1:]
	}
	for len(digits) < 3 {
		digits = append([]byte{'0'}, digits...)
	}
	whole, cents := digits[:len(digits)-2], digits[len(digits)-2:]
	for i, d := range whole {
		if i > 0 && (len(whole)-i)%3 == 0 {
			out = append(out, ',')
		}
		out = append(out, d)
	}
	return string(append(append(out, '.'), cents...))
}

func row(page *bytes.Buffer, item, quantity, price, vat, amount string) {
	left(page, item, describeWidth)
	right(page, quantity, 6)
	right(page, price, 13)
	right(page, vat, 5)
	right(page, amount, 14)
	page.WriteByte('\n')
}

func rule(page *bytes.Buffer) {
	page.WriteString(strings.Repeat("-", rowWidth))
	page.WriteByte('\n')
}

func left(page *bytes.Buffer, s string, width int) {
	n := utf8.RuneCountInString(s)
	if n > width {
		s, n = string([]rune(s)[:width-1])+"…", width
	}
	page.WriteString(s)
	pad(page, width-n)
}

func right(page *bytes.Buffer, s string, width int) {
	pad(page, width-utf8.RuneCountInString(s))
	page.WriteString(s)
}

func pad(page *bytes.Buffer, n int) {
	const blanks = "                                                                "
	for ; n > len(blanks); n -= len(blanks) {
		page.WriteString(blanks)
	}
	page.WriteString(blanks[:max(n, 0)])
}
