// Makes a process of the engine: the requests of its protocol come by standard input, each after its length, and the
// responses go to standard output. Built with the sources in packages/engine/go, whose `main` a reactor never runs.
package main

import (
	"bufio"
	"encoding/binary"
	"io"
	"os"
)

func init() {
	requests := bufio.NewReaderSize(os.Stdin, 1<<20)
	for {
		var size uint32
		if err := binary.Read(requests, binary.LittleEndian, &size); err != nil {
			os.Exit(0)
		}
		body := make([]byte, size)
		if _, err := io.ReadFull(requests, body); err != nil {
			os.Exit(1)
		}
		answer := handle(body)
		os.Stdout.Write(binary.LittleEndian.AppendUint32(nil, uint32(len(answer))))
		os.Stdout.Write(answer)
	}
}
