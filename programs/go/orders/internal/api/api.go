// Package api serves the orders over HTTP.
package api

import (
	"encoding/json"
	"errors"
	"io"
	"log/slog"
	"net/http"
	"strconv"
	"time"

	"example.com/orders/internal/invoice"
	"example.com/orders/internal/order"
	"example.com/orders/internal/search"
	"example.com/orders/internal/statement"
)

const maxBody = 1 << 20

// Service answers requests from a store and its index.
type Service struct {
	store *order.Store
	index *search.Index
	log   *slog.Logger
	now   func() time.Time
}

// New returns a service over the orders that are in the store by now.
func New(store *order.Store, log *slog.Logger, now func() time.Time) *Service {
	s := &Service{store: store, index: search.NewIndex(), log: log, now: now}
	for id := 1; id <= store.Len(); id++ {
		o, _ := store.Get(id)
		s.index.Add(o)
	}
	return s
}

// Handler routes the requests.
func (s *Service) Handler() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /healthz", func(w http.ResponseWriter, _ *http.Request) { io.WriteString(w, "ok\n") })
	mux.HandleFunc("POST /orders", s.create)
	mux.HandleFunc("GET /orders/{id}", s.order)
	mux.HandleFunc("GET /orders/{id}/invoice", s.invoice)
	mux.HandleFunc("GET /customers/{id}/orders", s.orders)
	mux.HandleFunc("GET /customers/{id}/statement", s.statement)
	mux.HandleFunc("GET /search", s.search)
	return mux
}

func (s *Service) create(w http.ResponseWriter, r *http.Request) {
	var o order.Order
	body := json.NewDecoder(http.MaxBytesReader(w, r.Body, maxBody))
	body.DisallowUnknownFields()
	if err := body.Decode(&o); err != nil {
		status := http.StatusBadRequest
		if tooLarge := new(http.MaxBytesError); errors.As(err, &tooLarge) {
			status = http.StatusRequestEntityTooLarge
		}
		s.fail(w, r, status, err.Error())
		return
	}
	if err := o.Validate(); err != nil {
		s.fail(w, r, http.StatusUnprocessableEntity, err.Error())
		return
	}
	o.Placed = s.now().UTC()
	s.store.Add(&o)
	s.index.Add(&o)
	w.Header().Set("Location", "/orders/"+strconv.Itoa(o.ID))
	total := invoice.Total(o.Lines)
	s.respond(w, http.StatusCreated, map[string]any{"id": o.ID, "net": total.Net, "due": total.Due})
}

func (s *Service) order(w http.ResponseWriter, r *http.Request) {
	if o := s.find(w, r); o != nil {
		s.respond(w, http.StatusOK, o)
	}
}

func (s *Service) invoice(w http.ResponseWriter, r *http.Request) {
	o := s.find(w, r)
	if o == nil {
		return
	}
	page := invoice.Render(o)
	w.Header().Set("Content-Type", "text/plain; charset=utf-8")
	w.Header().Set("Content-Length", strconv.Itoa(len(page)))
	if _, err := w.Write(page); err != nil {
		s.log.Debug("client went away", "path", r.URL.Path, "error", err)
	}
}

func (s *Service) orders(w http.ResponseWriter, r *http.Request) {
	id, ok := s.number(w, r)
	if !ok {
		return
	}
	s.respond(w, http.StatusOK, s.store.Latest(id, limit(r, 10, 100)))
}

func (s *Service) statement(w http.ResponseWriter, r *http.Request) {
	id, ok := s.number(w, r)
	if !ok {
		return
	}
	s.respond(w, http.StatusOK, statement.Of(s.store.Latest(id, limit(r, 50, 500))))
}

func (s *Service) search(w http.ResponseWriter, r *http.Request) {
	query := r.URL.Query().Get("q")
	if query == "" {
		s.fail(w, r, http.StatusBadRequest, "parameter q is missing")
		return
	}
	s.respond(w, http.StatusOK, s.index.Find(query, limit(r, 10, 100)))
}

func (s *Service) find(w http.ResponseWriter, r *http.Request) *order.Order {
	id, ok := s.number(w, r)
	if !ok {
		return nil
	}
	o, ok := s.store.Get(id)
	if !ok {
		s.fail(w, r, http.StatusNotFound, "no such order")
		return nil
	}
	return o
}

func (s *Service) number(w http.ResponseWriter, r *http.Request) (int, bool) {
	id, err := strconv.Atoi(r.PathValue("id"))
	if err != nil {
		s.fail(w, r, http.StatusBadRequest, "not a number: "+strconv.Quote(r.PathValue("id")))
	}
	return id, err == nil
}

func (s *Service) respond(w http.ResponseWriter, status int, v any) {
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	if err := json.NewEncoder(w).Encode(v); err != nil {
		s.log.Debug("client went away", "error", err)
	}
}

func (s *Service) fail(w http.ResponseWriter, r *http.Request, status int, message string) {
	s.log.Info("request refused", "method", r.Method, "path", r.URL.Path, "status", status, "reason", message)
	s.respond(w, status, map[string]string{"error": message})
}

func limit(r *http.Request, otherwise, most int) int {
	n, err := strconv.Atoi(r.URL.Query().Get("limit"))
	if err != nil || n < 1 {
		return otherwise
	}
	return min(n, most)
}
