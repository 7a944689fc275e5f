package statement_test

import (
	"testing"
	"time"

	"example.com/orders/internal/order"
	"example.com/orders/internal/statement"
)

func placed(month time.Month, day int, lines ...order.Line) *order.Order {
	return &order.Order{Placed: time.Date(2026, month, day, 0, 0, 0, 0, time.UTC), Lines: lines}
}

func TestOrdersAreSummedUpByMonthOldestFirst(t *testing.T) {
	got := statement.Of([]*order.Order{
		placed(time.March, 31, order.Line{Quantity: 2, Price: 100, VAT: 20}),
		placed(time.January, 1, order.Line{Quantity: 1, Price: 999, VAT: 5}),
		placed(time.March, 1, order.Line{Quantity: 5, Price: 10, VAT: 0}, order.Line{Quantity: 1, Price: 70, VAT: 20}),
	})
	want := []statement.Month{
		{Month: "2026-01", Orders: 1, Pieces: 1, Net: 999, Due: 1049, Highest: 999},
		{Month: "2026-03", Orders: 2, Pieces: 8, Net: 320, Due: 374, Highest: 200},
	}
	if len(got) != len(want) || got[0] != want[0] || got[1] != want[1] {
		t.Errorf("got %+v, want %+v", got, want)
	}
}

func TestNoOrdersGiveAnEmptyList(t *testing.T) {
	if got := statement.Of(nil); got == nil || len(got) != 0 {
		t.Errorf("got %#v, want an empty list", got)
	}
}
