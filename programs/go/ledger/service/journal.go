// Package service keeps the journal and answers questions about it over HTTP.
package service

import (
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"sync"

	"example.com/ledger/model"
)

// Digest is the SHA-256 of a record and of the digest before it.
type Digest [sha256.Size]byte

// Journal is an append-only list of records, chained by their digests so that
// none can be changed or taken out unseen. A record is a posting as JSON. It is
// safe for concurrent use.
type Journal struct {
	mu       sync.RWMutex
	records  []json.RawMessage
	chain    []Digest
	texts    []string
	accounts map[string][]int
}

// NewJournal returns a journal without records.
func NewJournal() *Journal {
	return &Journal{accounts: make(map[string][]int)}
}

// Append checks the posting, numbers it and writes its record.
func (j *Journal) Append(p model.Posting) (model.Posting, error) {
	if err := p.Validate(); err != nil {
		return p, err
	}
	j.mu.Lock()
	defer j.mu.Unlock()
	n := len(j.records)
	p.Number = n + 1
	record, err := json.Marshal(p)
	if err != nil {
		return p, err
	}
	j.records = append(j.records, record)
	j.chain = append(j.chain, link(j.before(n), record))
	j.texts = append(j.texts, strings.ToLower(p.Reference+" "+p.Text))
	j.accounts[p.Debit] = append(j.accounts[p.Debit], n)
	j.accounts[p.Credit] = append(j.accounts[p.Credit], n)
	return p, nil
}

// Balance adds up what was posted to the account until and including the day.
func (j *Journal) Balance(account, day string) (model.Balance, error) {
	j.mu.RLock()
	defer j.mu.RUnlock()
	sum := model.Balance{Account: account}
	for _, n := range j.accounts[account] {
		var p model.Posting
		if err := json.Unmarshal(j.records[n], &p); err != nil {
			return sum, fmt.Errorf("record %d: %w", n+1, err)
		}
		if p.Day > day {
			continue
		}
		sum.Postings++
		if p.Debit == account {
			sum.Debit += p.Amount
		} else {
			sum.Credit += p.Amount
		}
	}
	sum.Balance = sum.Debit - sum.Credit
	return sum, nil
}

// Latest returns the account's last records, newest first, at most limit.
func (j *Journal) Latest(account string, limit int) []json.RawMessage {
	j.mu.RLock()
	defer j.mu.RUnlock()
	numbers := j.accounts[account]
	numbers = numbers[max(0, len(numbers)-limit):]
	found := make([]json.RawMessage, 0, len(numbers))
	for _, n := range slices.Backward(numbers) {
		found = append(found, j.records[n])
	}
	return found
}

// Find returns the newest records whose reference or text holds all the words, at most limit.
func (j *Journal) Find(words []string, limit int) []json.RawMessage {
	j.mu.RLock()
	defer j.mu.RUnlock()
	found := []json.RawMessage{}
	for n := len(j.texts) - 1; n >= 0 && len(found) < limit; n-- {
		if holds(j.texts[n], words) {
			found = append(found, j.records[n])
		}
	}
	return found
}

// Verify computes the chain of count records from the given number on anew and
// returns its last digest, or the first record that does not fit.
func (j *Journal) Verify(from, count int) (Digest, error) {
	j.mu.RLock()
	defer j.mu.RUnlock()
	if from < 1 || count < 1 || from > len(j.records) {
		return Digest{}, fmt.Errorf("no records %d to %d", from, from+count-1)
	}
	digest := j.before(from - 1)
	for n := from - 1; n < min(from-1+count, len(j.records)); n++ {
		digest = link(digest, j.records[n])
		if digest != j.chain[n] {
			return digest, fmt.Errorf("record %d was changed", n+1)
		}
	}
	return digest, nil
}

// Len is the number of records.
func (j *Journal) Len() int {
	j.mu.RLock()
	defer j.mu.RUnlock()
	return len(j.records)
}

func (j *Journal) before(n int) Digest {
	if n == 0 {
		return Digest{}
	}
	return j.chain[n-1]
}

func link(before Digest, record []byte) Digest {
	hash := sha256.New()
	hash.Write(before[:])
	hash.Write(record)
	return Digest(hash.Sum(nil))
}

func holds(text string, words []string) bool {
	for _, word := range words {
		if !strings.Contains(text, word) {
			return false
		}
	}
	return true
}
