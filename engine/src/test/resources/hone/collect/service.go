package main

import (
	"fmt"
	"net/http"
	_ "net/http/pprof"
	"os"
	"runtime"
	"strings"
)

//go:noinline
func busy(rounds int) int {
	var kept []string
	for i := range rounds {
		kept = append(kept, strings.Repeat("x", i%64))
	}
	return len(kept)
}

func main() {
	runtime.SetBlockProfileRate(1)
	http.HandleFunc("/", func(w http.ResponseWriter, _ *http.Request) {
		fmt.Fprintln(w, busy(20000))
	})
	if err := http.ListenAndServe("127.0.0.1:"+os.Args[1], nil); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
