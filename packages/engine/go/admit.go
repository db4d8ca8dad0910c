package main

import (
	"encoding/json"

	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/apimachinery/pkg/runtime/serializer"
	"k8s.io/client-go/kubernetes/scheme"
)

var codecs = serializer.NewCodecFactory(scheme.Scheme)

type admitRequest struct {
	Object json.RawMessage `json:"object"`
}

type admitted struct {
	// Whether Kubernetes itself serves the kind.
	Known  bool            `json:"known"`
	Object json.RawMessage `json:"object,omitempty"`
}

// The object as an API server hands it to admission: decoded into its Go type and encoded again, so that
// unknown fields and zero values that Go omits are gone. Defaults are not filled in.
func k8sAdmit(body []byte) (any, error) {
	var request admitRequest
	if err := json.Unmarshal(body, &request); err != nil {
		return nil, err
	}
	object, _, err := codecs.UniversalDeserializer().Decode(request.Object, nil, nil)
	if err != nil {
		if runtime.IsNotRegisteredError(err) {
			return admitted{Known: false}, nil
		}
		return nil, err
	}
	encoded, err := json.Marshal(object)
	return admitted{Known: true, Object: encoded}, err
}
