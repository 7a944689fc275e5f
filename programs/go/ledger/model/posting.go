// Package model holds what a ledger is made of.
package model

import (
	"errors"
	"fmt"
	"regexp"
	"time"
)

// Posting moves an amount of hundredths from the credit account to the debit account.
type Posting struct {
	Number    int    `json:"number"`
	Day       string `json:"day"`
	Debit     string `json:"debit"`
	Credit    string `json:"credit"`
	Amount    int64  `json:"amount"`
	Currency  string `json:"currency"`
	Reference string `json:"reference,omitempty"`
	Text      string `json:"text"`
}

// ErrInvalid marks a posting that breaks a rule of bookkeeping.
var ErrInvalid = errors.New("invalid posting")

var account = regexp.MustCompile(`^[1-9][0-9]{3}$`)

// Validate reports the first rule that the posting breaks.
func (p Posting) Validate() error {
	switch {
	case !account.MatchString(p.Debit):
		return fmt.Errorf("%w: debit account %q", ErrInvalid, p.Debit)
	case !account.MatchString(p.Credit):
		return fmt.Errorf("%w: credit account %q", ErrInvalid, p.Credit)
	case p.Debit == p.Credit:
		return fmt.Errorf("%w: debit and credit are both %s", ErrInvalid, p.Debit)
	case p.Amount <= 0:
		return fmt.Errorf("%w: amount %d", ErrInvalid, p.Amount)
	case p.Currency != "EUR":
		return fmt.Errorf("%w: currency %q", ErrInvalid, p.Currency)
	case p.Text == "":
		return fmt.Errorf("%w: no text", ErrInvalid)
	}
	if _, err := time.Parse(time.DateOnly, p.Day); err != nil {
		return fmt.Errorf("%w: day %q", ErrInvalid, p.Day)
	}
	return nil
}

// Balance is what an account holds: what was debited less what was credited.
type Balance struct {
	Account  string `json:"account"`
	Postings int    `json:"postings"`
	Debit    int64  `json:"debit"`
	Credit   int64  `json:"credit"`
	Balance  int64  `json:"balance"`
}
