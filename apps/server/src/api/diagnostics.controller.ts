import { Get, Res } from '@nestjs/common';
import { ApiOperation, ApiResponse } from '@nestjs/swagger';
import type { Response } from 'express';
import { z } from 'zod';
import { Doctor } from '../diagnostics/doctor.js';
import type { Examination } from '../diagnostics/examination.js';
import { CHECKS, finding, VERDICTS } from '../diagnostics/finding.js';
import { FINDINGS, type FindingCode } from '../diagnostics/finding-codes.js';
import { jsonSchema } from './api-docs.js';
import { ApiProblems } from './problem-responses.js';
import { RestResource } from './rest-resource.js';

const examination = z
  .strictObject({
    verdict: z.enum(['ok', 'warning', 'failed']).describe('The worst of all findings.'),
    checkedAt: z.iso.datetime(),
    durationMs: z.int(),
    findings: z.array(
      z.strictObject({
        check: z.enum(CHECKS),
        subject: z.string().optional().describe('Which of several of the kind: a URL or the name of a setting.'),
        verdict: z.enum(VERDICTS),
        code: z.enum(Object.keys(FINDINGS) as FindingCode[]).describe('Never changes its meaning.'),
        meaning: z.string(),
        remedy: z.string().optional().describe('What the operator must do.'),
        detail: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
      }),
    ),
  })
  .meta({
    example: {
      verdict: 'ok',
      checkedAt: '2026-11-20T18:10:48.000Z',
      durationMs: 214,
      findings: [finding('turn', 'turn-ok', { subject: 'turn:turn.example.org:3478', detail: { durationMs: 12 } })],
    },
  });

/** What is wrong with the server and what around it. Tells how it is set up, so not for everybody. */
@RestResource('Health', 'api/v1/diagnostics')
export class DiagnosticsController {
  readonly #doctor: Doctor;

  constructor(doctor: Doctor) {
    this.#doctor = doctor;
  }

  @Get()
  @ApiOperation({
    summary: 'Examines the server',
    description: 'Tries its STUN and TURN servers and its public address, and judges its settings. Up to 15 seconds.',
  })
  @ApiResponse({
    status: 200,
    description: 'What was found, whatever that is.',
    content: { 'application/json': { schema: jsonSchema(examination) } },
  })
  @ApiProblems()
  examine(@Res({ passthrough: true }) response: Response): Promise<Examination> {
    const gone = new AbortController();
    response.once('close', () => gone.abort());
    return this.#doctor.examine(gone.signal);
  }
}
