/** The demo pages, only there while the demo is on. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Controller, Get, Header, Inject, NotFoundException, Param, Req, UseGuards } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { roomName } from '@video-room/auth';
import type { Request } from 'express';
import { renderSVG } from 'uqr';
import { escapeHtml } from '../api/embed-html.js';
import { publicUrlOf } from '../api/public-url.js';
import { AddressLimit } from '../api/rate-limits.js';
import { SITE_FOLDER } from '../project.js';
import { SERVER_SETUP, type ServerSetup } from '../server-setup.js';
import { isDemoKind } from './demo-kinds.js';

const ROOM_IN_PAGE = '{{room}}';

@ApiExcludeController()
@Controller()
export class PagesController {
  readonly #setup: ServerSetup;

  constructor(@Inject(SERVER_SETUP) setup: ServerSetup) {
    this.#setup = setup;
  }

  @Get()
  @Header('Content-Type', 'text/html; charset=utf-8')
  @Header('Cache-Control', 'no-cache')
  home(): Promise<string> {
    return page('home.html');
  }

  /** Shows a file of the debug overlay, without a call. */
  @Get('log')
  @Header('Content-Type', 'text/html; charset=utf-8')
  @Header('Cache-Control', 'no-cache')
  log(): Promise<string> {
    return page('log.html');
  }

  /** Contains nothing but the tag. */
  @Get('watch/:room')
  @Header('Content-Type', 'text/html; charset=utf-8')
  @Header('Cache-Control', 'no-cache')
  async watch(@Param('room') room: string): Promise<string> {
    return (await page('watch.html')).replaceAll(ROOM_IN_PAGE, () => escapeHtml(room));
  }

  @Get(['meet/:room', 'call/:room', 'broadcast/:room'])
  @Header('Content-Type', 'text/html; charset=utf-8')
  @Header('Cache-Control', 'no-cache')
  room(): Promise<string> {
    return page('room.html');
  }

  /** The link to a room as a QR code, for a phone. Makes no other link than those of this server. */
  @Get('demo/qr/:kind/:room')
  @UseGuards(AddressLimit)
  @Header('Content-Type', 'image/svg+xml')
  @Header('Cache-Control', 'no-cache')
  code(
    @Param('kind') kind: string,
    @Param('room', { schema: roomName }) room: string,
    @Req() request: Request,
  ): string {
    if (!isDemoKind(kind)) throw new NotFoundException();
    return renderSVG(`${publicUrlOf(request, this.#setup)}/${kind}/${encodeURIComponent(room)}`, { border: 2 });
  }
}

const page = (name: string): Promise<string> => readFile(join(SITE_FOLDER, name), 'utf8');
