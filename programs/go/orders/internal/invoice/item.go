package invoice

import (
	"regexp"
	"strconv"
	"strings"
)

// Describe turns the supplier's text of an item into the words on an invoice:
// "BRK-20417/03 brake disc, ventilated 280 mm x2" becomes
// "Brake disc, ventilated, 280 mm, pack of 2 [BRK 20417 v3]".
// A text of any other form is returned as it is, without surrounding space.
func Describe(item string) string {
	form := regexp.MustCompile(`^([A-Z]{2,4})-?(\d{3,6})(?:/(\d{1,2}))?\s+(\S.*?)(?:\s+(\d+(?:[.,]\d+)?)\s?(mm|cm|m|kg|g|ml|l))?(?:\s+x(\d{1,3}))?$`)
	item = strings.TrimSpace(item)
	part := form.FindStringSubmatch(item)
	if part == nil {
		return item
	}
	var text strings.Builder
	text.Grow(len(item) + 24)
	text.WriteString(strings.ToUpper(part[4][:1]))
	text.WriteString(part[4][1:])
	if part[5] != "" {
		text.WriteString(", ")
		text.WriteString(strings.Replace(part[5], ",", ".", 1))
		text.WriteByte(' ')
		text.WriteString(part[6])
	}
	if pack, err := strconv.Atoi(part[7]); err == nil && pack > 1 {
		text.WriteString(", pack of ")
		text.WriteString(strconv.Itoa(pack))
	}
	text.WriteString(" [")
	text.WriteString(part[1])
	text.WriteByte(' ')
	text.WriteString(part[2])
	if variant, err := strconv.Atoi(part[3]); err == nil {
		text.WriteString(" v")
		text.WriteString(strconv.Itoa(variant))
	}
	text.WriteByte(']')
	return text.String()
}
