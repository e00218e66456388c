const SHOWN = 40;

/** Fails unless `problems` is empty, and then tells them, one a line. */
export function none(problems, what = 'problems') {
  if (problems.length === 0) return;
  const more = problems.length > SHOWN ? [`… and ${problems.length - SHOWN} more`] : [];
  const error = new Error([`${what} (${problems.length}):`, ...problems.slice(0, SHOWN), ...more].join('\n  '));
  // Where in the tests it was thrown is of no use to the reader of the list.
  error.stack = error.message;
  throw error;
}
