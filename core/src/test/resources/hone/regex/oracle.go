// Reads lines of an expression and texts, all as Go quotes them, with tabs between. Answers each
// with "refused", or with 1 for a text that it matches and 0 for one that it does not.
package main

import (
	"bufio"
	"fmt"
	"os"
	"regexp"
	"strconv"
	"strings"
)

func main() {
	lines := bufio.NewScanner(os.Stdin)
	for lines.Scan() {
		fields := strings.Split(lines.Text(), "\t")
		for at, field := range fields {
			text, err := strconv.Unquote(field)
			if err != nil {
				panic(field)
			}
			fields[at] = text
		}
		pattern, err := regexp.Compile(fields[0])
		if err != nil {
			fmt.Println("refused")
			continue
		}
		for _, text := range fields[1:] {
			if pattern.MatchString(text) {
				fmt.Print("1")
			} else {
				fmt.Print("0")
			}
		}
		fmt.Println()
	}
}
