// Command ledger serves a double-entry ledger over HTTP.
package main

import (
	"context"
	"errors"
	"log/slog"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"

	"github.com/go-chi/chi/v5/middleware"

	"example.com/ledger/service"
)

func main() {
	log := slog.New(slog.NewTextHandler(os.Stderr, nil))
	journal := service.NewJournal()
	if err := service.Sample(journal, 1, 30_000, 40); err != nil {
		log.Error("no sample postings", "error", err)
		os.Exit(1)
	}
	routes := service.Routes(journal, log)
	if os.Getenv("LEDGER_PROFILING") != "off" {
		routes.Mount("/debug", middleware.Profiler())
	}
	port := os.Getenv("PORT")
	if port == "" {
		port = "8090"
	}
	server := &http.Server{Addr: "127.0.0.1:" + port, Handler: routes, ReadHeaderTimeout: 5 * time.Second}
	stop, cancel := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer cancel()
	go func() {
		<-stop.Done()
		grace, done := context.WithTimeout(context.Background(), 5*time.Second)
		defer done()
		if err := server.Shutdown(grace); err != nil {
			log.Warn("requests cut off", "error", err)
		}
	}()
	log.Info("listening", "addr", server.Addr, "records", journal.Len())
	if err := server.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
		log.Error("stopped", "error", err)
		os.Exit(1)
	}
}
