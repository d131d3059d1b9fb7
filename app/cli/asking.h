#pragma once

#include "app/cli/commands.h"
#include "core/engine/answer.h"

namespace keyway::cli {

/// What the commands that ask have in common.
struct Asked {
    PromptRequest request;
    engine::AskOptions options;
};

QList<Option> routeOptions();

/// "0.02", also fractions of a cent; nothing where it is no amount.
std::optional<Money> amountIn(const QString &dollars);

/// Asks only this model, `service/model`; a sentence where there is something wrong with it.
QString readModel(const Context &context, const QString &name, engine::AskOptions *options);

/// Turns the arguments into a request; false after saying what is wrong, with the code in `exit`.
bool readRequest(Context &context, const Arguments &arguments, RequestType type, Asked *asked,
                 Exit *exit);

/// Opens the vault where an integration that may be asked keeps its key there.
Result<Done> openStores(Context &context);

Exit exitFor(const engine::Answer &answer);

/// Tells beside the answer who was asked and what it cost, or why nobody answered. `files`: how
/// many pictures or videos came.
Exit finishAnswer(Context &context, const engine::Answer &answer, qsizetype files);

} // namespace keyway::cli
