/** A rate as one in so many: 1e-3 is `1 : 1,000`. */
export const oneIn = (rate: number, locale: string): string =>
  rate > 0 ? `1 : ${Math.round(1 / rate).toLocaleString(locale)}` : '0'
