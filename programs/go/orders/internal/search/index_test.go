package search_test

import (
	"fmt"
	"slices"
	"sync"
	"testing"

	"example.com/orders/internal/order"
	"example.com/orders/internal/search"
)

func index(items ...[]string) *search.Index {
	x := search.NewIndex()
	for i, list := range items {
		o := &order.Order{ID: i + 1, Customer: 10 + i}
		for _, item := range list {
			o.Lines = append(o.Lines, order.Line{Item: item})
		}
		x.Add(o)
	}
	return x
}

func found(hits []search.Hit) []int {
	ids := []int{}
	for _, h := range hits {
		ids = append(ids, h.Order)
	}
	return ids
}

func TestWordsAreRunsOfLettersAndDigitsInLowerCase(t *testing.T) {
	want := []string{"brk", "20417", "03", "brake", "disc", "280", "mm", "é"}
	if got := search.Words("BRK-20417/03 Brake disc, 280 mm É"); !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestMoreAndRarerWordsComeFirst(t *testing.T) {
	x := index([]string{"relay, sealed"}, []string{"relay", "fuel pump"}, []string{"relay", "relay"}, []string{"gasket"})
	for query, want := range map[string][]int{
		"relay":       {3, 1, 2},
		"pump relay":  {2, 3, 1},
		"RELAY, pump": {2, 3, 1},
		"nothing":     {},
		"":            {},
	} {
		if got := found(x.Find(query, 10)); !slices.Equal(got, want) {
			t.Errorf("Find(%q) = %v, want %v", query, got, want)
		}
	}
}

func TestAHitNamesTheItemsThatMatched(t *testing.T) {
	hits := index([]string{"fuel pump", "relay, sealed", "pump seal"}).Find("pump", 10)
	if len(hits) != 1 || hits[0].Customer != 10 || !slices.Equal(hits[0].Items, []string{"fuel pump", "pump seal"}) {
		t.Errorf("got %+v", hits)
	}
}

func TestAnUnknownWordOfThreeLettersFindsWhatStartsWithIt(t *testing.T) {
	x := index([]string{"reinforced hose"}, []string{"remanufactured hose"}, []string{"gasket"})
	if got := found(x.Find("rei", 10)); !slices.Equal(got, []int{1}) {
		t.Errorf("got %v, want [1]", got)
	}
	if got := found(x.Find("re", 10)); len(got) != 0 {
		t.Errorf("two letters found %v", got)
	}
}

func TestTheLimitKeepsTheBestAndTheOlderAtEqualScore(t *testing.T) {
	x := index([]string{"pump"}, []string{"pump"}, []string{"pump", "pump"}, []string{"pump"})
	if got := found(x.Find("pump", 3)); !slices.Equal(got, []int{3, 1, 2}) {
		t.Errorf("got %v, want [3 1 2]", got)
	}
}

func TestOrdersMayBeAddedWhileOthersAreSought(t *testing.T) {
	x := index([]string{"pump"})
	var all sync.WaitGroup
	for range 4 {
		all.Go(func() {
			for i := range 100 {
				x.Add(&order.Order{ID: 2, Lines: []order.Line{{Item: fmt.Sprint("hose ", i)}}})
				if got := found(x.Find("pump", 5)); !slices.Equal(got, []int{1}) {
					t.Errorf("got %v, want [1]", got)
				}
			}
		})
	}
	all.Wait()
}
