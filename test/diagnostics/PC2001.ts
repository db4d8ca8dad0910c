export const answer = 42;
// PC2001 at column 1
