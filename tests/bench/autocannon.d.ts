/** The little of autocannon that the benchmark uses; it brings no types of its own. */
declare module 'autocannon' {
  export interface Result {
    duration: number
    requests: { total: number }
    non2xx: number
    errors: number
  }
  export default function autocannon(options: {
    url: string
    connections: number
    duration: number
    headers?: Record<string, string>
  }): Promise<Result>
}
