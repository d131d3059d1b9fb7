#pragma once

#include "ui/words/errors.h"

namespace keyway::words {

// The parts of errorWords(), by who is concerned.

Message serviceErrorWords(const Error &error, const ErrorFacts &facts, const QLocale &locale);
Message requestErrorWords(const Error &error, const ErrorFacts &facts, const QLocale &locale);
Message computerErrorWords(const Error &error, const ErrorFacts &facts, const QLocale &locale);

} // namespace keyway::words
