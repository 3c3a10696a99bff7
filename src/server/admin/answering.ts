import { once } from 'node:events';
import { connect } from 'node:net';

/** Whether somebody listens at a socket. */
export async function isAnswering(socketPath: string): Promise<boolean> {
  const socket = connect(socketPath);
  try {
    await once(socket, 'connect');
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}
