// Command orders serves orders, invoices and searches over HTTP.
package main

import (
	"context"
	"errors"
	"flag"
	"log/slog"
	"net/http"
	"net/http/pprof"
	"os"
	"os/signal"
	"syscall"
	"time"

	"example.com/orders/internal/api"
	"example.com/orders/internal/order"
)

func main() {
	addr := flag.String("addr", "127.0.0.1:8080", "address to listen on")
	seed := flag.Uint64("seed", 1, "seed of the sample orders")
	count := flag.Int("orders", 3_000, "sample orders made at start")
	profiling := flag.Bool("profiling", true, "serve /debug/pprof/ (switch off in production)")
	flag.Parse()
	log := slog.New(slog.NewTextHandler(os.Stderr, nil))
	if err := run(log, *addr, *seed, *count, *profiling); err != nil {
		log.Error("stopped", "error", err)
		os.Exit(1)
	}
}

func run(log *slog.Logger, addr string, seed uint64, count int, profiling bool) error {
	store := order.NewStore()
	order.Seed(store, seed, count, 150)
	mux := http.NewServeMux()
	mux.Handle("/", api.New(store, log, time.Now).Handler())
	if profiling {
		mux.HandleFunc("/debug/pprof/", pprof.Index)
		mux.HandleFunc("/debug/pprof/profile", pprof.Profile)
	}
	server := &http.Server{Addr: addr, Handler: mux, ReadHeaderTimeout: 5 * time.Second}
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
	log.Info("listening", "addr", addr, "orders", store.Len())
	if err := server.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return nil
}
