/** What came in meanwhile is answered first. */
export function breath(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
