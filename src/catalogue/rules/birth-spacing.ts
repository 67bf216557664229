/** Fewest days between two deliveries of one mother: seven months, the shortest that they can be. */
export const shortestSpacing = 212;
