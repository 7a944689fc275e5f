package api_test

import (
	"encoding/json"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"example.com/orders/internal/api"
	"example.com/orders/internal/order"
)

var noon = time.Date(2026, 6, 1, 12, 0, 0, 0, time.UTC)

func service(orders int) http.Handler {
	store := order.NewStore()
	order.Seed(store, 1, orders, 4)
	return api.New(store, slog.New(slog.DiscardHandler), func() time.Time { return noon }).Handler()
}

func call(h http.Handler, method, path, body string) *httptest.ResponseRecorder {
	w := httptest.NewRecorder()
	h.ServeHTTP(w, httptest.NewRequest(method, path, strings.NewReader(body)))
	return w
}

func TestAnOrderThatWasPostedCanBeReadInvoicedAndFound(t *testing.T) {
	h := service(3)
	w := call(h, "POST", "/orders", `{"customer": 2, "lines": [{"item": "ENG-4711 zeppelin, sealed x3", "quantity": 2, "price": 1250, "vat": 20}]}`)
	if w.Code != http.StatusCreated || w.Header().Get("Location") != "/orders/4" || w.Body.String() != `{"due":3000,"id":4,"net":2500}`+"\n" {
		t.Fatalf("got %d, %v, %s", w.Code, w.Header(), w.Body)
	}
	var o order.Order
	if err := json.Unmarshal(call(h, "GET", "/orders/4", "").Body.Bytes(), &o); err != nil || o.Customer != 2 || !o.Placed.Equal(noon) {
		t.Errorf("read back %+v, %v", o, err)
	}
	if w := call(h, "GET", "/orders/4/invoice", ""); w.Code != http.StatusOK || !strings.Contains(w.Body.String(), "Zeppelin, sealed, pack of 3 [ENG 4711] ") {
		t.Errorf("invoice: %d\n%s", w.Code, w.Body)
	}
	if w := call(h, "GET", "/search?q=zepp", ""); !strings.Contains(w.Body.String(), `"order":4,"customer":2`) {
		t.Errorf("search: %d %s", w.Code, w.Body)
	}
	var list []order.Order
	if err := json.Unmarshal(call(h, "GET", "/customers/2/orders?limit=1", "").Body.Bytes(), &list); err != nil || len(list) != 1 || list[0].ID != 4 {
		t.Errorf("latest: %+v, %v", list, err)
	}
	if w := call(h, "GET", "/customers/2/statement", ""); !strings.Contains(w.Body.String(), `{"month":"2026-06","orders":1,"pieces":2,"net":2500,"due":3000,"highest_line":2500}`) {
		t.Errorf("statement: %s", w.Body)
	}
}

func TestABadRequestIsRefusedWithTheRightStatus(t *testing.T) {
	h := service(3)
	for _, c := range []struct {
		method, path, body string
		status             int
	}{
		{"GET", "/orders/0", "", http.StatusNotFound},
		{"GET", "/orders/4/invoice", "", http.StatusNotFound},
		{"GET", "/orders/x", "", http.StatusBadRequest},
		{"GET", "/customers/x/orders", "", http.StatusBadRequest},
		{"GET", "/customers/x/statement", "", http.StatusBadRequest},
		{"GET", "/search", "", http.StatusBadRequest},
		{"DELETE", "/orders/1", "", http.StatusMethodNotAllowed},
		{"POST", "/orders", `{"customer": 2`, http.StatusBadRequest},
		{"POST", "/orders", `{"client": 2}`, http.StatusBadRequest},
		{"POST", "/orders", `{"customer": 2, "lines": []}`, http.StatusUnprocessableEntity},
		{"POST", "/orders", `{"customer": 2, "lines": [{"item": "` + strings.Repeat("x", 1<<20) + `"}]}`, http.StatusRequestEntityTooLarge},
	} {
		if w := call(h, c.method, c.path, c.body); w.Code != c.status {
			t.Errorf("%s %s: got %d, want %d", c.method, c.path, w.Code, c.status)
		}
	}
	if w := call(h, "GET", "/orders/4", ""); w.Code != http.StatusNotFound {
		t.Errorf("a refused order was kept: %d", w.Code)
	}
}

func TestTheServiceSaysThatItIsReady(t *testing.T) {
	if w := call(service(0), "GET", "/healthz", ""); w.Code != http.StatusOK {
		t.Errorf("got %d", w.Code)
	}
}
