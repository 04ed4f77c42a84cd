import { sendForm, showForm } from './act-by-link.ts';
import { takeAnswer } from './take-answer.ts';
import type { DoorOutcome, DoorPorts, DoorRequest } from './door.ts';

/** One request. What it does is written before it is answered; nothing else is changed. */
export async function frontDoor(request: DoorRequest, ports: DoorPorts): Promise<DoorOutcome> {
  if (request.path === '/remediations') {
    return request.method === 'POST' ? takeAnswer(request, ports) : { is: 'wrong-method', allowed: ['POST'] };
  }
  const [, place, token, ...rest] = request.path.split('/');
  if (place !== 'act' || token === undefined || rest.length > 0) return { is: 'not-found' };
  switch (request.method) {
    case 'GET':
    case 'HEAD':
      return showForm(token, request, ports);
    case 'POST':
      return sendForm(token, request, ports);
    default:
      return { is: 'wrong-method', allowed: ['GET', 'HEAD', 'POST'] };
  }
}
