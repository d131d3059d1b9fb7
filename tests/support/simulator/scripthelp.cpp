#include "tests/support/simulator/scriptreader.h"

namespace keyway::simulator {

QString scriptHelp()
{
    return QStringLiteral(R"(The script is a JSON object; every member may be left out:
  "models"         {NAME: BEHAVIOUR, ...}; NAME is a model (for Stability AI core, ultra,
                   sd3 or sd3.5-large), SERVICE/MODEL, or a path such as /v1/models or
                   /runway/v1/tasks/{id}
  "default"        BEHAVIOUR of models without an entry
  "refused_keys"   ["sk-bad", ...] answered with 401; every other non-empty key is good
  "keyless"        true: answers without a key too, as a local server does
  "credits"        balance that a service states, in its own unit (100)
  "bill"           [{"day", "model", "cost_nano", "input", "cache_read", "output",
                   "requests"}, ...]: what admin keys (with "admin" in them) may read
  "listed_models"  names that /v1/models lists (those in "models")

BEHAVIOUR:
  "answer"               text; {prompt} stands for the user's last message
  "thinking"             text shown as thinking before the answer
  "usage"                {"input", "cache_read", "cache_write_short", "cache_write_long",
                         "output", "reasoning", "tool_input", "image_output",
                         "web_searches", "cost_nano"}: disjoint counts, reasoning being
                         a part of output; by default input is a quarter of the prompt's
                         bytes and output the words of the answer. Unless "output" is
                         given, the request's limit of output tokens cuts the answer
  "no_usage"             true: reports none
  "extra_pass_input", "extra_pass_output"
                         tokens of a pass outside the totals (Anthropic's iterations,
                         OpenAI's tool_usage)
  "finish"               stop, length, refusal, content_filter
  "reported_model"       dated name that the answer carries
  "service_tier"         tier that the answer carries (default)
  "speed", "inference_geo"
                         that Anthropic's usage carries
  "job"                  {"steps" (2), "step_ms" (0: each look is a step), "outcome"
                         (success, failure), "code", "message", "link_life_ms" (0: for
                         ever), "download_delay_ms"}; "finish": content_filter makes a
                         job that is withheld and billed
  "refused_parameters"   ["temperature", ...] answered with 400
  "headers_delay_ms", "first_byte_delay_ms", "chunk_delay_ms"
  "chunk_bytes"          bytes per write, cut anywhere; 0: one event per write
  "line_end"             lf, crlf, cr
  "comments"             true: an SSE comment before every event
  "headers"              {"name": "value"} added to every answer
  "fault"                FAULT
  "fault_times"          the fault happens this often, then no more; 0: always

FAULT:
  "kind"                 status, redirect, close, lose_answer (all is done and billed, but
                         no answer comes), hang, html, bad_json, invalid_utf8,
                         cut_after_words, cut_after_bytes, stall_after_words,
                         error_after_words
  "after"                words or bytes before it happens (1)
  "status"               400 to 599, for redirect 301 to 308
  "code", "message"      the error's own, by default the usual ones of the status; Gemini's
                         429 is of the day with "code": "daily"
  "body"                 sent as HTML instead of the service's own error shape
  "location"             where a redirect leads
  "retry_after_s", "retry_after_date_s" (as an HTTP date), "retry_after_ms"

Example:
  {"refused_keys": ["sk-old"],
   "models": {"gpt-4.1": {"answer": "Paris.", "usage": {"input": 12, "output": 2}},
              "claude-sonnet-5-5": {"fault": {"kind": "status", "status": 529},
                                    "fault_times": 2}}}
)");
}

} // namespace keyway::simulator
