package service

import (
	"bytes"
	"encoding/json"
	"errors"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"sync"
	"testing"

	"example.com/ledger/model"
)

func posting(day, debit, credit string, amount int64, text string) model.Posting {
	return model.Posting{Day: day, Debit: debit, Credit: credit, Amount: amount, Currency: "EUR", Text: text}
}

func journal(t testing.TB, postings ...model.Posting) *Journal {
	j := NewJournal()
	for _, p := range postings {
		if _, err := j.Append(p); err != nil {
			t.Fatal(err)
		}
	}
	return j
}

func three(t testing.TB) *Journal {
	return journal(t,
		posting("2026-01-10", "1200", "8400", 500, "Sale in Trieste"),
		posting("2026-03-01", "4900", "1200", 120, "bank charges"),
		posting("2026-02-01", "1200", "8400", 30, "sale in Gdynia"))
}

func TestABalanceCountsBothSidesUntilTheDay(t *testing.T) {
	j := three(t)
	for _, c := range []struct {
		account, day string
		want         model.Balance
	}{
		{"1200", "9999-12-31", model.Balance{Account: "1200", Postings: 3, Debit: 530, Credit: 120, Balance: 410}},
		{"1200", "2026-02-28", model.Balance{Account: "1200", Postings: 2, Debit: 530, Balance: 530}},
		{"1200", "2026-01-10", model.Balance{Account: "1200", Postings: 1, Debit: 500, Balance: 500}},
		{"1200", "2026-01-09", model.Balance{Account: "1200"}},
		{"8400", "9999-12-31", model.Balance{Account: "8400", Postings: 2, Credit: 530, Balance: -530}},
		{"1000", "9999-12-31", model.Balance{Account: "1000"}},
	} {
		if got, err := j.Balance(c.account, c.day); err != nil || got != c.want {
			t.Errorf("Balance(%s, %s) = %+v, %v, want %+v", c.account, c.day, got, err, c.want)
		}
	}
}

func TestABalanceSeesAPostingThatCameAfterTheLastOne(t *testing.T) {
	j := three(t)
	before, _ := j.Balance("1200", "9999-12-31")
	if _, err := j.Append(posting("2025-12-31", "1200", "8400", 7, "late")); err != nil {
		t.Fatal(err)
	}
	after, _ := j.Balance("1200", "9999-12-31")
	early, _ := j.Balance("1200", "2025-12-31")
	if after.Balance != before.Balance+7 || after.Postings != 4 || early.Balance != 7 {
		t.Errorf("before %+v, after %+v, early %+v", before, after, early)
	}
}

func TestAllBalancesOfASampleAddUpToNothing(t *testing.T) {
	j := NewJournal()
	if err := Sample(j, 3, 500, 5); err != nil {
		t.Fatal(err)
	}
	var sum int64
	var postings int
	for _, account := range []string{"1000", "1010", "1020", "1030", "1040"} {
		b, err := j.Balance(account, "9999-12-31")
		if err != nil {
			t.Fatal(err)
		}
		sum += b.Balance
		postings += b.Postings
	}
	if sum != 0 || postings != 1000 {
		t.Errorf("balances add up to %d over %d sides, want 0 over 1000", sum, postings)
	}
}

func TestARefusedPostingLeavesNoRecord(t *testing.T) {
	j := three(t)
	if _, err := j.Append(posting("2026-01-01", "1200", "1200", 1, "x")); !errors.Is(err, model.ErrInvalid) {
		t.Errorf("got %v", err)
	}
	if j.Len() != 3 {
		t.Errorf("%d records, want 3", j.Len())
	}
}

func TestAChangedRecordIsFound(t *testing.T) {
	j := three(t)
	whole, err := j.Verify(1, 10)
	if err != nil || whole != j.chain[2] {
		t.Fatalf("got %x, %v", whole, err)
	}
	j.records[1] = bytes.Replace(j.records[1], []byte("120,"), []byte("129,"), 1)
	if _, err := j.Verify(1, 10); err == nil || err.Error() != "record 2 was changed" {
		t.Errorf("got %v", err)
	}
	if _, err := j.Verify(3, 1); err != nil {
		t.Errorf("record 3 alone: %v", err)
	}
	if _, err := j.Verify(4, 1); err == nil {
		t.Error("record 4 was verified")
	}
}

func TestRecordsAreFoundByAllWordsNewestFirst(t *testing.T) {
	j := three(t)
	for query, want := range map[string][]string{"sale": {"sale in Gdynia", "Sale in Trieste"}, "trieste sale": {"Sale in Trieste"}, "rent": {}} {
		got := []string{}
		for _, record := range j.Find(strings.Fields(query), 5) {
			var p model.Posting
			if err := json.Unmarshal(record, &p); err != nil {
				t.Fatal(err)
			}
			got = append(got, p.Text)
		}
		if !slices.Equal(got, want) {
			t.Errorf("Find(%q) = %q, want %q", query, got, want)
		}
	}
	if n := len(j.Find([]string{"sale"}, 1)); n != 1 {
		t.Errorf("%d records over a limit of 1", n)
	}
}

func TestReadersAndAWriterMayWorkAtOnce(t *testing.T) {
	j := three(t)
	var all sync.WaitGroup
	for range 4 {
		all.Go(func() {
			for range 50 {
				if _, err := j.Append(posting("2026-05-05", "1200", "8400", 1, "x")); err != nil {
					t.Error(err)
				}
				if b, err := j.Balance("4900", "9999-12-31"); err != nil || b.Balance != 120 {
					t.Errorf("got %+v, %v", b, err)
				}
			}
		})
	}
	all.Wait()
	if b, _ := j.Balance("1200", "9999-12-31"); b.Balance != 610 {
		t.Errorf("balance %d, want 610", b.Balance)
	}
}

func TestTheJournalIsServed(t *testing.T) {
	h := Routes(three(t), slog.New(slog.DiscardHandler))
	for _, c := range []struct {
		method, path, body string
		status             int
		want               string
	}{
		{"GET", "/healthz", "", 200, "ok"},
		{"POST", "/postings", `{"day":"2026-04-01","debit":"1200","credit":"8400","amount":9,"currency":"EUR","text":"sale"}`, 201, `"number":4`},
		{"POST", "/postings", `{"day":"2026-04-01"}`, 422, "debit account"},
		{"POST", "/postings", `{"account":"1200"}`, 400, "unknown field"},
		{"GET", "/accounts/1200/balance", "", 200, `{"account":"1200","postings":4,"debit":539,"credit":120,"balance":419}`},
		{"GET", "/accounts/1200/balance?day=2026-02-30", "", 400, "error"},
		{"GET", "/accounts/12/balance", "", 404, ""},
		{"GET", "/accounts/1200/postings?limit=1", "", 200, `[{"number":4,`},
		{"GET", "/accounts/1000/postings", "", 200, "[]"},
		{"GET", "/postings?q=Gdynia", "", 200, `[{"number":3,`},
		{"GET", "/postings", "", 400, "q is missing"},
		{"GET", "/journal/digest?from=5", "", 409, "no records"},
		{"GET", "/journal/digest?count=2", "", 200, `{"sha256":"`},
	} {
		w := httptest.NewRecorder()
		h.ServeHTTP(w, httptest.NewRequest(c.method, c.path, strings.NewReader(c.body)))
		if w.Code != c.status || !strings.Contains(w.Body.String(), c.want) {
			t.Errorf("%s %s: %d %s, want %d with %s", c.method, c.path, w.Code, w.Body, c.status, c.want)
		}
	}
}

func benchmark(b *testing.B, path string) {
	j := NewJournal()
	if err := Sample(j, 1, 6_000, 10); err != nil {
		b.Fatal(err)
	}
	h := Routes(j, slog.New(slog.DiscardHandler))
	for b.Loop() {
		w := httptest.NewRecorder()
		if h.ServeHTTP(w, httptest.NewRequest("GET", path, nil)); w.Code != http.StatusOK || w.Body.Len() < 50 {
			b.Fatalf("GET %s: %d %s", path, w.Code, w.Body)
		}
	}
}

func BenchmarkBalance(b *testing.B)  { benchmark(b, "/accounts/1050/balance?day=2026-03-31") }
func BenchmarkDigest(b *testing.B)   { benchmark(b, "/journal/digest?count=1000") }
func BenchmarkPostings(b *testing.B) { benchmark(b, "/accounts/1050/postings?limit=400") }
