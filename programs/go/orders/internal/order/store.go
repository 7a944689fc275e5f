package order

import "sync"

// Store keeps orders in memory. It is safe for concurrent use; an order that
// was added is never changed again, so readers may share it.
type Store struct {
	mu         sync.RWMutex
	orders     []*Order
	byCustomer map[int][]*Order
}

// NewStore returns an empty store.
func NewStore() *Store {
	return &Store{byCustomer: make(map[int][]*Order)}
}

// Add gives the order the next number and keeps it.
func (s *Store) Add(o *Order) {
	s.mu.Lock()
	defer s.mu.Unlock()
	o.ID = len(s.orders) + 1
	s.orders = append(s.orders, o)
	s.byCustomer[o.Customer] = append(s.byCustomer[o.Customer], o)
}

// Get finds an order by its number.
func (s *Store) Get(id int) (*Order, bool) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	if id < 1 || id > len(s.orders) {
		return nil, false
	}
	return s.orders[id-1], true
}

// Latest returns the customer's last orders, newest first, at most limit.
func (s *Store) Latest(customer, limit int) []*Order {
	s.mu.RLock()
	defer s.mu.RUnlock()
	all := s.byCustomer[customer]
	n := min(limit, len(all))
	latest := make([]*Order, 0, n)
	for i := range n {
		latest = append(latest, all[len(all)-1-i])
	}
	return latest
}

// Len is the number of orders kept.
func (s *Store) Len() int {
	s.mu.RLock()
	defer s.mu.RUnlock()
	return len(s.orders)
}
