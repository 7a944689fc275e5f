package order

import (
	"fmt"
	"math/rand/v2"
	"time"
)

var (
	ranges    = []string{"BRK", "ENG", "EL", "FLT", "HYD", "TRAN", "SUS", "COOL"}
	parts     = []string{"brake disc", "oil filter", "wheel bearing", "fuel pump", "drive shaft", "radiator hose", "spark plug", "timing belt", "shock absorber", "relay", "wiring loom", "gasket set", "valve spring", "clutch plate", "hydraulic fluid", "coolant"}
	qualities = []string{"ventilated", "reinforced", "standard", "long-life", "low-noise", "stainless", "sealed", "remanufactured", "tropical", "heavy-duty"}
	units     = []string{"mm", "cm", "kg", "g", "l", "ml"}
	rates     = []int{20, 20, 20, 10, 5, 0}
	epoch     = time.Date(2026, 1, 5, 8, 0, 0, 0, time.UTC)
)

// Catalogue makes n items with their prices and rates, the same for the same random source.
func Catalogue(r *rand.Rand, n int) []Line {
	items := make([]Line, 0, n)
	for range n {
		text := fmt.Sprintf("%s-%d", pick(r, ranges), 1000+r.IntN(900_000))
		if r.IntN(3) > 0 {
			text += fmt.Sprintf("/%02d", 1+r.IntN(24))
		}
		text += fmt.Sprintf(" %s, %s", pick(r, parts), pick(r, qualities))
		if r.IntN(4) > 0 {
			text += fmt.Sprintf(" %d %s", 1+r.IntN(900), pick(r, units))
		}
		if r.IntN(3) == 0 {
			text += fmt.Sprintf(" x%d", 2+r.IntN(48))
		}
		items = append(items, Line{Item: text, Price: Cents(50 + r.IntN(90_000)), VAT: pick(r, rates)})
	}
	return items
}

// Seed fills the store with count orders of customers 1 to customers, the same for the same seed.
func Seed(s *Store, seed uint64, count, customers int) {
	r := rand.New(rand.NewPCG(seed, 0x5eed))
	catalogue := Catalogue(r, 4_000)
	for i := range count {
		lines := make([]Line, 40+r.IntN(81))
		for j := range lines {
			lines[j] = pick(r, catalogue)
			lines[j].Quantity = 1 + r.IntN(40)
		}
		s.Add(&Order{
			Customer: 1 + r.IntN(customers),
			Placed:   epoch.Add(time.Duration(i) * 97 * time.Minute),
			Lines:    lines,
		})
	}
}

func pick[T any](r *rand.Rand, from []T) T { return from[r.IntN(len(from))] }
