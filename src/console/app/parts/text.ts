/** How sizes, times and people are written. */

const UNITS = ['B', 'KiB', 'MiB', 'GiB', 'TiB'];
const TIMES = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });
const CLOCK = new Intl.DateTimeFormat(undefined, { timeStyle: 'short' });

export function size(bytes: number): string {
  const unit = bytes < 1024 ? 0 : Math.min(UNITS.length - 1, Math.floor(Math.log2(bytes) / 10));
  const value = bytes / 1024 ** unit;
  return `${unit === 0 || value >= 100 ? Math.round(value) : value.toFixed(1)} ${UNITS[unit]}`;
}

export function time(iso: string): string {
  return TIMES.format(new Date(iso));
}

export function clock(time: Date): string {
  return CLOCK.format(time);
}

export function person(user: { name: string | null; email: string | null; id: string }): string {
  return user.name ?? user.email ?? user.id;
}

export function count(number: number, one: string): string {
  return `${number.toLocaleString()} ${one}${number === 1 ? '' : 's'}`;
}
