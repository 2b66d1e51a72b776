import { useSignal } from '@preact/signals';
import { elementScroll, observeElementOffset, observeElementRect, Virtualizer } from '@tanstack/virtual-core';
import type { ComponentChildren } from 'preact';
import { useEffect, useLayoutEffect, useMemo, useRef } from 'preact/hooks';

export const ROW_HEIGHT = 36;
const OVERSCAN = 12;

interface Props {
  count: number;
  label: string;
  /** The row that has the keyboard's attention, which is kept in sight. */
  active: number;
  row: (index: number, top: string) => ComponentChildren;
  onKeyDown: (event: KeyboardEvent) => void;
  /** Is called when the last rows come into sight. */
  onEnd: () => void;
}

/** Rows of a grid of which only those in sight are in the document. */
export function VirtualRows({ count, label, active, row, onKeyDown, onEnd }: Props) {
  const scroller = useRef<HTMLDivElement>(null);
  const version = useSignal(0);
  const options = {
    count,
    estimateSize: () => ROW_HEIGHT,
    getScrollElement: () => scroller.current,
    observeElementRect,
    observeElementOffset,
    scrollToFn: elementScroll,
    overscan: OVERSCAN,
    onChange: () => {
      version.value += 1;
    },
  };
  const rows = useMemo(() => new Virtualizer<HTMLDivElement, HTMLDivElement>(options), []);
  rows.setOptions({ ...rows.options, ...options });
  useLayoutEffect(() => rows._didMount(), []);
  useLayoutEffect(() => rows._willUpdate());
  const items = rows.getVirtualItems();
  const last = items[items.length - 1]?.index ?? 0;
  useEffect(() => {
    if (last >= count - OVERSCAN * 2) {
      onEnd();
    }
  }, [last, count]);
  useEffect(() => {
    if (active >= 0 && active < count) {
      rows.scrollToIndex(active, { align: 'auto' });
    }
  }, [active]);
  return (
    <div ref={scroller} class="rows" role="rowgroup" tabIndex={0} aria-label={label} onKeyDown={onKeyDown} data-version={version.value}>
      <div role="presentation" style={{ height: `${rows.getTotalSize()}px` }} />
      {items.map((item) => row(item.index, `translateY(${item.start}px)`))}
    </div>
  );
}
