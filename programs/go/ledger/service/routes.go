package service

import (
	"encoding/hex"
	"encoding/json"
	"errors"
	"io"
	"log/slog"
	"net/http"
	"strconv"
	"strings"
	"time"

	"github.com/go-chi/chi/v5"
	"github.com/go-chi/chi/v5/middleware"

	"example.com/ledger/model"
)

// Routes serves the journal.
func Routes(j *Journal, log *slog.Logger) chi.Router {
	h := handlers{j, log}
	r := chi.NewRouter()
	r.Use(middleware.Recoverer, middleware.RequestSize(1<<16))
	r.Get("/healthz", func(w http.ResponseWriter, _ *http.Request) { io.WriteString(w, "ok\n") })
	r.Post("/postings", h.post)
	r.Get("/postings", h.find)
	r.Get("/journal/digest", h.digest)
	r.Route("/accounts/{account:[1-9][0-9]{3}}", func(r chi.Router) {
		r.Get("/balance", h.balance)
		r.Get("/postings", h.latest)
	})
	return r
}

type handlers struct {
	journal *Journal
	log     *slog.Logger
}

func (h handlers) post(w http.ResponseWriter, r *http.Request) {
	var p model.Posting
	body := json.NewDecoder(r.Body)
	body.DisallowUnknownFields()
	if err := body.Decode(&p); err != nil {
		h.refuse(w, r, http.StatusBadRequest, err)
		return
	}
	p, err := h.journal.Append(p)
	if err != nil {
		h.refuse(w, r, http.StatusUnprocessableEntity, err)
		return
	}
	h.answer(w, http.StatusCreated, p)
}

func (h handlers) balance(w http.ResponseWriter, r *http.Request) {
	day := r.URL.Query().Get("day")
	if day == "" {
		day = "9999-12-31"
	} else if _, err := time.Parse(time.DateOnly, day); err != nil {
		h.refuse(w, r, http.StatusBadRequest, err)
		return
	}
	sum, err := h.journal.Balance(chi.URLParam(r, "account"), day)
	if err != nil {
		h.refuse(w, r, http.StatusInternalServerError, err)
		return
	}
	h.answer(w, http.StatusOK, sum)
}

func (h handlers) latest(w http.ResponseWriter, r *http.Request) {
	h.answer(w, http.StatusOK, h.journal.Latest(chi.URLParam(r, "account"), number(r, "limit", 50)))
}

func (h handlers) find(w http.ResponseWriter, r *http.Request) {
	words := strings.Fields(strings.ToLower(r.URL.Query().Get("q")))
	if len(words) == 0 {
		h.refuse(w, r, http.StatusBadRequest, errors.New("parameter q is missing"))
		return
	}
	h.answer(w, http.StatusOK, h.journal.Find(words, number(r, "limit", 20)))
}

func (h handlers) digest(w http.ResponseWriter, r *http.Request) {
	digest, err := h.journal.Verify(number(r, "from", 1), number(r, "count", 1_000))
	if err != nil {
		h.refuse(w, r, http.StatusConflict, err)
		return
	}
	h.answer(w, http.StatusOK, map[string]string{"sha256": hex.EncodeToString(digest[:])})
}

func (h handlers) answer(w http.ResponseWriter, status int, v any) {
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	if err := json.NewEncoder(w).Encode(v); err != nil {
		h.log.Debug("client went away", "error", err)
	}
}

func (h handlers) refuse(w http.ResponseWriter, r *http.Request, status int, reason error) {
	h.log.Info("request refused", "method", r.Method, "path", r.URL.Path, "status", status, "reason", reason)
	h.answer(w, status, map[string]string{"error": reason.Error()})
}

func number(r *http.Request, name string, otherwise int) int {
	n, err := strconv.Atoi(r.URL.Query().Get(name))
	if err != nil || n < 1 {
		return otherwise
	}
	return min(n, 10_000)
}
