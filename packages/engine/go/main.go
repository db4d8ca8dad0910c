// The policy engines themselves, OPA and Kubernetes' CEL, as one WebAssembly reactor for Node.
//
// Protocol: the host asks for memory with `alloc`, writes a JSON request {op, ...} there, and calls `call`,
// which returns the address and length of the JSON response in one 64-bit number. The response is valid
// until the next call. Nothing the host sends may end the program: a panic becomes an error response.
package main

import (
	"encoding/json"
	"fmt"
	"unsafe"
)

// main is never run: a reactor only has its exports.
func main() {}

var (
	request  []byte
	response []byte
)

//go:wasmexport alloc
func alloc(size int32) int32 {
	request = make([]byte, size)
	if size == 0 {
		return 0
	}
	return int32(uintptr(unsafe.Pointer(&request[0])))
}

//go:wasmexport call
func call() int64 {
	response = handle(request)
	return int64(uintptr(unsafe.Pointer(&response[0])))<<32 | int64(len(response))
}

type envelope struct {
	Op string `json:"op"`
}

type failure struct {
	Error string `json:"error"`
}

var operations = map[string]func([]byte) (any, error){
	"version":      versions,
	"rego.check":   regoCheck,
	"rego.format":  regoFormat,
	"rego.compile": regoCompile,
	"rego.prepare": regoPrepare,
	"rego.eval":    regoEval,
	"cel.compile":  celCompile,
	"cel.eval":     celEval,
	"k8s.admit":    k8sAdmit,
}

func handle(body []byte) (answer []byte) {
	defer func() {
		if problem := recover(); problem != nil {
			answer, _ = json.Marshal(failure{Error: fmt.Sprintf("the engine panicked: %v", problem)})
		}
	}()
	var header envelope
	if err := json.Unmarshal(body, &header); err != nil {
		return encode(nil, err)
	}
	operation, known := operations[header.Op]
	if !known {
		return encode(nil, fmt.Errorf("unknown operation %q", header.Op))
	}
	return encode(operation(body))
}

func encode(value any, err error) []byte {
	if err == nil {
		answer, problem := json.Marshal(map[string]any{"result": value})
		if problem == nil {
			return answer
		}
		err = problem
	}
	answer, _ := json.Marshal(failure{Error: err.Error()})
	return answer
}
