// A script that only stands in front of another process: passes signals on, ends as it ends.
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];

export function follow(child) {
  // A terminal sends Ctrl-C to both: the child decides when to stop, we only wait for it.
  const pass = (signal) => {
    if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
  };
  for (const signal of signals) process.on(signal, pass);
  child.on('error', (error) => {
    console.error(error.message);
    process.exit(1);
  });
  child.on('exit', (code, signal) => {
    for (const name of signals) process.off(name, pass);
    if (signal) process.kill(process.pid, signal);
    else process.exit(code ?? 1);
  });
}
