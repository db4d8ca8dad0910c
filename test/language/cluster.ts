/** Other objects of the cluster, one of the pods among them in an older state. */
export const cluster = `
apiVersion: v1
kind: Namespace
metadata: { name: x, labels: { tier: x } }
---
apiVersion: v1
kind: Namespace
metadata: { name: z }
---
apiVersion: v1
kind: Service
metadata: { name: web, namespace: x }
spec: { selector: { app: web }, ports: [{ port: 80 }] }
---
apiVersion: v1
kind: Service
metadata: { name: db, namespace: x }
spec: { selector: { app: db }, ports: [{ port: 5432 }] }
---
apiVersion: v1
kind: Service
metadata: { name: web, namespace: z }
spec: { type: ExternalName, externalName: web.example.org }
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { name: shop, namespace: x }
spec: { rules: [{ host: shop.example.com }, { host: shop.example.org }, {}] }
---
apiVersion: v1
kind: Pod
metadata: { name: p, namespace: x, labels: { app: older } }
spec: { containers: [{ name: c, image: "nginx:0" }] }
---
apiVersion: v1
kind: Pod
metadata: { name: p, namespace: z }
spec: { containers: [{ name: c, image: "nginx:1" }] }
`;
