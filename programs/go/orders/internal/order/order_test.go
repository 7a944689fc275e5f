package order_test

import (
	"errors"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"example.com/orders/internal/order"
)

func valid() order.Order {
	return order.Order{Customer: 7, Lines: []order.Line{{Item: "EL-1000 relay, sealed", Quantity: 3, Price: 250, VAT: 20}}}
}

func TestAnOrderThatBreaksNoRuleIsAccepted(t *testing.T) {
	o := valid()
	if err := o.Validate(); err != nil {
		t.Fatal(err)
	}
}

func TestAnOrderThatBreaksARuleIsRefusedWithTheReason(t *testing.T) {
	for reason, spoil := range map[string]func(*order.Order){
		"customer 0":               func(o *order.Order) { o.Customer = 0 },
		"0 lines":                  func(o *order.Order) { o.Lines = nil },
		"501 lines":                func(o *order.Order) { o.Lines = slices.Repeat(o.Lines, order.MaxLines+1) },
		"line 1 has no item":       func(o *order.Order) { o.Lines[0].Item = "" },
		"has quantity 0":           func(o *order.Order) { o.Lines[0].Quantity = 0 },
		"has quantity 10001":       func(o *order.Order) { o.Lines[0].Quantity = 10_001 },
		"line 1 has price -1":      func(o *order.Order) { o.Lines[0].Price = -1 },
		"line 1 has VAT 31":        func(o *order.Order) { o.Lines[0].VAT = 31 },
		"line 1 has price 1000000": func(o *order.Order) { o.Lines[0].Price = 100_000_001 },
	} {
		o := valid()
		spoil(&o)
		err := o.Validate()
		if !errors.Is(err, order.ErrInvalid) || !strings.Contains(err.Error(), reason) {
			t.Errorf("got %v, want a refusal that says %q", err, reason)
		}
	}
}

func TestTheStoreNumbersOrdersAndFindsThem(t *testing.T) {
	s := order.NewStore()
	for customer := 1; customer <= 3; customer++ {
		s.Add(&order.Order{Customer: customer % 2})
	}
	if o, ok := s.Get(3); !ok || o.ID != 3 || o.Customer != 1 {
		t.Errorf("order 3 is %+v, %v", o, ok)
	}
	for _, id := range []int{-1, 0, 4} {
		if _, ok := s.Get(id); ok {
			t.Errorf("order %d was found", id)
		}
	}
}

func TestLatestOrdersComeNewestFirstAndAtMostTheLimit(t *testing.T) {
	s := order.NewStore()
	for range 4 {
		s.Add(&order.Order{Customer: 5})
	}
	var ids []int
	for _, o := range s.Latest(5, 3) {
		ids = append(ids, o.ID)
	}
	if !slices.Equal(ids, []int{4, 3, 2}) {
		t.Errorf("got orders %v, want [4 3 2]", ids)
	}
	if none := s.Latest(6, 3); none == nil || len(none) != 0 {
		t.Errorf("a customer without orders has %#v, want an empty list", none)
	}
}

func TestTheSameSeedMakesTheSameOrders(t *testing.T) {
	a, b := order.NewStore(), order.NewStore()
	order.Seed(a, 9, 20, 5)
	order.Seed(b, 9, 20, 5)
	for id := 1; id <= 20; id++ {
		x, _ := a.Get(id)
		y, _ := b.Get(id)
		if x.Customer != y.Customer || !x.Placed.Equal(y.Placed) || !slices.Equal(x.Lines, y.Lines) {
			t.Fatalf("order %d differs", id)
		}
		if err := x.Validate(); err != nil {
			t.Fatalf("order %d: %v", id, err)
		}
	}
}

func TestAnotherSeedMakesAnotherCatalogue(t *testing.T) {
	a := order.Catalogue(rand.New(rand.NewPCG(1, 0)), 50)
	b := order.Catalogue(rand.New(rand.NewPCG(2, 0)), 50)
	if slices.Equal(a, b) {
		t.Error("both seeds made the same 50 items")
	}
}
