// Package order holds what customers ordered: the types, the rules an order
// must keep, and the store the other packages read from.
package order

import (
	"errors"
	"fmt"
	"time"
)

// MaxLines is the longest order accepted in one request.
const MaxLines = 500

// Cents is an amount of money in hundredths of the currency.
type Cents int64

// Line is one position of an order. Item is the supplier's text for it.
type Line struct {
	Item     string `json:"item"`
	Quantity int    `json:"quantity"`
	Price    Cents  `json:"price"`
	VAT      int    `json:"vat"`
}

// Net is the line's amount before tax.
func (l Line) Net() Cents { return Cents(l.Quantity) * l.Price }

// Order is what one customer bought at one time.
type Order struct {
	ID       int       `json:"id"`
	Customer int       `json:"customer"`
	Placed   time.Time `json:"placed"`
	Lines    []Line    `json:"lines"`
}

// ErrInvalid marks an order that breaks a rule; the wrapped text says which.
var ErrInvalid = errors.New("invalid order")

// Validate reports the first rule that the order breaks.
func (o *Order) Validate() error {
	if o.Customer <= 0 {
		return fmt.Errorf("%w: customer %d", ErrInvalid, o.Customer)
	}
	if len(o.Lines) == 0 || len(o.Lines) > MaxLines {
		return fmt.Errorf("%w: %d lines, 1 to %d allowed", ErrInvalid, len(o.Lines), MaxLines)
	}
	for i, l := range o.Lines {
		switch {
		case l.Item == "":
			return fmt.Errorf("%w: line %d has no item", ErrInvalid, i+1)
		case l.Quantity < 1 || l.Quantity > 10_000:
			return fmt.Errorf("%w: line %d has quantity %d", ErrInvalid, i+1, l.Quantity)
		case l.Price < 0 || l.Price > 100_000_000:
			return fmt.Errorf("%w: line %d has price %d", ErrInvalid, i+1, l.Price)
		case l.VAT < 0 || l.VAT > 30:
			return fmt.Errorf("%w: line %d has VAT %d", ErrInvalid, i+1, l.VAT)
		}
	}
	return nil
}
