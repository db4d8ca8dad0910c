package main

import (
	"runtime"
	"runtime/debug"
)

// What is inside: module versions as the linker recorded them.
func versions([]byte) (any, error) {
	found := map[string]string{"go": runtime.Version()}
	info, known := debug.ReadBuildInfo()
	if !known {
		return found, nil
	}
	names := map[string]string{"github.com/open-policy-agent/opa": "opa", "github.com/google/cel-go": "cel", "k8s.io/apiserver": "kubernetes"}
	for _, dependency := range info.Deps {
		if name, wanted := names[dependency.Path]; wanted {
			found[name] = dependency.Version
		}
	}
	return found, nil
}
