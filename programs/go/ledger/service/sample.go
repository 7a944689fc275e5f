package service

import (
	"fmt"
	"math/rand/v2"
	"time"

	"example.com/ledger/model"
)

var (
	texts  = []string{"invoice settled", "goods received", "rent of the warehouse", "freight to the port", "spare parts", "bank charges", "return credited", "office supplies"}
	places = []string{"Rotterdam", "Gdynia", "Trieste", "Marseille", "Piraeus", "Göteborg"}
)

// Sample appends count postings between the given number of accounts, the same for the same seed.
func Sample(j *Journal, seed uint64, count, accounts int) error {
	r := rand.New(rand.NewPCG(seed, 0x1ed9e4))
	first := time.Date(2025, 1, 1, 0, 0, 0, 0, time.UTC)
	for i := range count {
		debit := r.IntN(accounts)
		credit := (debit + 1 + r.IntN(accounts-1)) % accounts
		_, err := j.Append(model.Posting{
			Day:       first.AddDate(0, 0, i*600/count).Format(time.DateOnly),
			Debit:     fmt.Sprint(1000 + debit*10),
			Credit:    fmt.Sprint(1000 + credit*10),
			Amount:    1 + r.Int64N(2_000_000),
			Currency:  "EUR",
			Reference: fmt.Sprintf("RE-%06d", r.IntN(1_000_000)),
			Text:      texts[r.IntN(len(texts))] + ", " + places[r.IntN(len(places))],
		})
		if err != nil {
			return err
		}
	}
	return nil
}
