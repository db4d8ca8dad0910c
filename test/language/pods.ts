/** Pods that have little, and pods that have much. */
export const pods = `
apiVersion: v1
kind: Pod
metadata: { name: p, namespace: x }
spec: { containers: [{ name: c, image: "nginx:1" }] }
---
apiVersion: v1
kind: Pod
metadata: { name: two, namespace: x, labels: { app: x, a/b: "" }, annotations: { n: one } }
spec:
  terminationGracePeriodSeconds: 7
  initContainers: [{ name: i, image: reg/i }]
  containers:
    - name: a
      image: reg/a:1
      ports: [{ containerPort: 80 }, { containerPort: 443, hostPort: 443 }]
      resources: { limits: { cpu: 500m, memory: 1Gi } }
    - { name: b, image: b, securityContext: { privileged: true, runAsUser: 0 } }
---
apiVersion: v1
kind: Pod
metadata: { name: host, namespace: x, labels: { a: "é", b: " pad", c: ABC } }
spec:
  hostNetwork: true
  restartPolicy: Never
  containers: [{ name: c }]
  volumes: [{ name: v, emptyDir: {} }, { name: h, hostPath: { path: /etc } }]
---
apiVersion: v1
kind: Pod
metadata: { name: mounts, namespace: x, labels: { app: z, tier: web } }
spec:
  containers:
    - name: a
      image: "a:x"
      imagePullPolicy: Always
      resources: { limits: { cpu: "2" } }
      volumeMounts: [{ name: v, mountPath: /v, readOnly: true }, { name: h, mountPath: /h }]
    - { name: b, image: "x:2", imagePullPolicy: Never, volumeMounts: [{ name: w, mountPath: /w }] }
  volumes: [{ name: v, emptyDir: {} }, { name: h, hostPath: { path: /var } }, { name: w, emptyDir: {} }]
`;
