import { signal } from '@preact/signals';

interface Toast {
  text: string;
  action: { label: string; act: () => void } | undefined;
}

const SHOWN_FOR = 10_000;

const toasts = signal<Toast[]>([]);

/** Tells of something that has happened, for ten seconds, with a way to undo it. */
export function tell(text: string, action?: { label: string; act: () => void }): void {
  const toast = { text, action };
  toasts.value = [...toasts.value, toast];
  setTimeout(() => remove(toast), SHOWN_FOR);
}

function remove(toast: Toast): void {
  toasts.value = toasts.value.filter((other) => other !== toast);
}

export function Toasts() {
  return (
    <div class="toasts" role="status">
      {toasts.value.map((toast) => (
        <div class="toast" key={toast}>
          <span>{toast.text}</span>
          {toast.action !== undefined && (
            <button
              type="button"
              onClick={() => {
                remove(toast);
                toast.action?.act();
              }}
            >
              {toast.action.label}
            </button>
          )}
        </div>
      ))}
    </div>
  );
}
