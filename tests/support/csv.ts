/** Reads a CSV file back: what stands in each cell, and whether it stood in quotes. Knows nothing of how ours is written. */
export function readCsv(file: string): { value: string; quoted: boolean }[][] {
  const rows: { value: string; quoted: boolean }[][] = [[]]
  let at = file.charCodeAt(0) === 0xfeff ? 1 : 0
  while (at < file.length) {
    const quoted = file.charAt(at) === '"'
    let value = ''
    if (quoted) {
      for (at++; file.charAt(at) !== '"' || file.charAt(at + 1) === '"'; at++) {
        if (at >= file.length) throw new Error('a quote is never closed')
        if (file.charAt(at) === '"') at++
        value += file.charAt(at)
      }
      at++
    } else {
      for (; at < file.length && !',\r\n'.includes(file.charAt(at)); at++) value += file.charAt(at)
    }
    rows.at(-1)?.push({ value, quoted })
    if (file.charAt(at) === ',') at++
    else if (file.startsWith('\r\n', at)) {
      at += 2
      if (at < file.length) rows.push([])
    } else if (at < file.length) throw new Error(`neither a comma nor a line end at ${at}`)
  }
  return rows
}
