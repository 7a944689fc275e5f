// Package statement sums a customer's orders up by month.
package statement

import (
	"slices"
	"strings"

	"example.com/orders/internal/invoice"
	"example.com/orders/internal/order"
)

// Month is what a customer ordered in one calendar month.
type Month struct {
	Month   string      `json:"month"`
	Orders  int         `json:"orders"`
	Pieces  int         `json:"pieces"`
	Net     order.Cents `json:"net"`
	Due     order.Cents `json:"due"`
	Highest order.Cents `json:"highest_line"`
}

// Of sums the orders up, the oldest month first.
func Of(orders []*order.Order) []Month {
	byMonth := make(map[string]*Month)
	for _, o := range orders {
		key := o.Placed.Format("2006-01")
		m := byMonth[key]
		if m == nil {
			m = &Month{Month: key}
			byMonth[key] = m
		}
		m.Orders++
		for _, l := range o.Lines {
			m.Pieces += l.Quantity
			m.Highest = max(m.Highest, l.Net())
		}
		total := invoice.Total(o.Lines)
		m.Net += total.Net
		m.Due += total.Due
	}
	months := make([]Month, 0, len(byMonth))
	for _, m := range byMonth {
		months = append(months, *m)
	}
	slices.SortFunc(months, func(a, b Month) int { return strings.Compare(a.Month, b.Month) })
	return months
}
