package model

import (
	"errors"
	"strings"
	"testing"
)

func TestAPostingThatBreaksARuleIsRefusedWithTheReason(t *testing.T) {
	good := Posting{Day: "2026-02-28", Debit: "1200", Credit: "8400", Amount: 1, Currency: "EUR", Text: "sale"}
	if err := good.Validate(); err != nil {
		t.Fatal(err)
	}
	for reason, spoil := range map[string]func(*Posting){
		`debit account "0200"`:   func(p *Posting) { p.Debit = "0200" },
		`credit account "84000"`: func(p *Posting) { p.Credit = "84000" },
		"both 1200":              func(p *Posting) { p.Credit = "1200" },
		"amount 0":               func(p *Posting) { p.Amount = 0 },
		`currency "eur"`:         func(p *Posting) { p.Currency = "eur" },
		"no text":                func(p *Posting) { p.Text = "" },
		`day "2026-02-29"`:       func(p *Posting) { p.Day = "2026-02-29" },
	} {
		bad := good
		spoil(&bad)
		if err := bad.Validate(); !errors.Is(err, ErrInvalid) || !strings.Contains(err.Error(), reason) {
			t.Errorf("got %v, want a refusal that says %q", err, reason)
		}
	}
}
