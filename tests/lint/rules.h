#pragma once

#include "tests/lint/source.h"

#include <QtCore/QList>

namespace keyway::lint {

struct Finding {
    int line = 0;
    QString what;
};

/// A rule of the house. `check` looks at one file and names every line that breaks the rule.
struct Rule {
    QString name;
    QList<Finding> (*check)(const Source &);
};

/// Each rule has a file of the same name in tests/lint/data/ with lines that it must name.
QList<Rule> rules();

QList<Finding> checkIncludes(const Source &source); ///< who may know whom
QList<Finding> checkAwaits(const Source &source); ///< operands of co_await
QList<Finding> checkConnects(const Source &source); ///< every connect has a context

} // namespace keyway::lint
