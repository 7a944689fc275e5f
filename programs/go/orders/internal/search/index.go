// Package search finds orders by the words of their items.
package search

import (
	"math"
	"slices"
	"strings"
	"sync"
	"unicode"

	"example.com/orders/internal/order"
)

// Hit is an order that matches, with its score and the items that matched.
type Hit struct {
	Order    int      `json:"order"`
	Customer int      `json:"customer"`
	Score    float64  `json:"score"`
	Items    []string `json:"items"`
}

type posting struct {
	doc   int32
	count int32
}

// Index maps words to the orders that hold them. It is safe for concurrent use.
type Index struct {
	mu       sync.RWMutex
	docs     []*order.Order
	postings map[string][]posting
	scratch  sync.Pool
}

// NewIndex returns an empty index.
func NewIndex() *Index {
	return &Index{
		postings: make(map[string][]posting),
		scratch:  sync.Pool{New: func() any { return new([]float64) }},
	}
}

// Add makes an order findable.
func (x *Index) Add(o *order.Order) {
	x.mu.Lock()
	defer x.mu.Unlock()
	doc := int32(len(x.docs))
	x.docs = append(x.docs, o)
	for _, l := range o.Lines {
		for _, word := range Words(l.Item) {
			list := x.postings[word]
			if n := len(list); n > 0 && list[n-1].doc == doc {
				list[n-1].count++
				continue
			}
			x.postings[word] = append(list, posting{doc, 1})
		}
	}
}

// Find returns the best orders for the query, best first and at equal score the older one, at most limit.
// A word that no order holds counts as the known words that start with it, if it has three letters or more.
func (x *Index) Find(query string, limit int) []Hit {
	x.mu.RLock()
	defer x.mu.RUnlock()
	scores := x.scratch.Get().(*[]float64)
	defer x.scratch.Put(scores)
	if cap(*scores) < len(x.docs) {
		*scores = make([]float64, len(x.docs)+len(x.docs)/4)
	}
	*scores = (*scores)[:len(x.docs)]
	clear(*scores)
	var words []string
	for _, word := range Words(query) {
		words = append(words, x.expand(word)...)
	}
	for _, word := range words {
		x.score(word, *scores)
	}
	return x.hits(best(*scores, limit), *scores, words)
}

func (x *Index) expand(word string) []string {
	if _, known := x.postings[word]; known {
		return []string{word}
	}
	if len(word) < 3 {
		return nil
	}
	var words []string
	for known := range x.postings {
		if strings.HasPrefix(known, word) {
			words = append(words, known)
		}
	}
	slices.Sort(words)
	return words
}

func (x *Index) score(word string, scores []float64) {
	list := x.postings[word]
	rarity := math.Log1p(float64(len(x.docs)) / float64(len(list)))
	for _, p := range list {
		n := float64(p.count)
		scores[p.doc] += rarity * n / (n + 1.2)
	}
}

func best(scores []float64, limit int) []int {
	docs := make([]int, 0, limit+1)
	for doc, s := range scores {
		if s == 0 || len(docs) == limit && s <= scores[docs[limit-1]] {
			continue
		}
		at, _ := slices.BinarySearchFunc(docs, s, func(d int, s float64) int {
			if scores[d] >= s {
				return -1
			}
			return 1
		})
		docs = slices.Insert(docs, at, doc)
		docs = docs[:min(len(docs), limit)]
	}
	return docs
}

func (x *Index) hits(docs []int, scores []float64, words []string) []Hit {
	hits := make([]Hit, 0, len(docs))
	for _, doc := range docs {
		o := x.docs[doc]
		hit := Hit{Order: o.ID, Customer: o.Customer, Score: math.Round(scores[doc]*1000) / 1000}
		for _, l := range o.Lines {
			if holds(l.Item, words) {
				hit.Items = append(hit.Items, l.Item)
			}
		}
		hits = append(hits, hit)
	}
	return hits
}

func holds(item string, words []string) bool {
	return slices.ContainsFunc(Words(item), func(word string) bool { return slices.Contains(words, word) })
}

// Words returns the words of a text in lower case: runs of letters and digits.
func Words(text string) []string {
	return strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}
