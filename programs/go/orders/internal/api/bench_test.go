package api_test

import (
	"net/http"
	"testing"
)

func benchmark(b *testing.B, path string) {
	h := service(400)
	length := call(h, "GET", path, "").Body.Len()
	b.ReportAllocs()
	for b.Loop() {
		if w := call(h, "GET", path, ""); w.Code != http.StatusOK || w.Body.Len() != length {
			b.Fatalf("GET %s: %d, %d bytes", path, w.Code, w.Body.Len())
		}
	}
}

func BenchmarkInvoice(b *testing.B)   { benchmark(b, "/orders/17/invoice") }
func BenchmarkOrders(b *testing.B)    { benchmark(b, "/customers/2/orders?limit=30") }
func BenchmarkSearch(b *testing.B)    { benchmark(b, "/search?q=reinf+fuel+pump") }
func BenchmarkStatement(b *testing.B) { benchmark(b, "/customers/3/statement?limit=400") }
