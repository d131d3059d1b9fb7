#pragma once

#include "ui/desktop/studio/studiovalues.h"

namespace keyway {

/// What stands above the button: the price line by line, what is left of the limit, or why it
/// cannot be made. Pure.
struct PriceBefore {
    struct Line {
        QString label, amount, spoken;
        friend bool operator==(const Line &, const Line &) = default;
    };
    QList<Line> lines;
    std::optional<Line> total; ///< nothing: there is no price to show
    QString left; ///< of the limit, or what is to be known about the price
    QString problem; ///< why it cannot be made; empty: it can
    std::optional<Money> cost; ///< with the fee
    QString pastLimit; ///< whose limit could be passed, where one asks first; empty: none
    friend bool operator==(const PriceBefore &, const PriceBefore &) = default;
};

/// `requests` as requestsOf() makes them of `draft`; `plan` is of the first.
PriceBefore priceBefore(const ServicesValue &services, const routing::RoutePlan &plan,
                        const QList<PromptRequest> &requests, const QDateTime &now);

/// Why no service takes what the form has, before anybody is asked: a prompt that is too long, a
/// picture that is missing, too large or of a type that the model does not take. Empty: none.
QString formProblem(const StudioDraft &draft, const Model *model);

/// "4 images", "Video of 8 s"
QString madeWords(RequestType type, int count, int seconds);

// The words of the catalogue's options.
QString optionLabel(const QString &option); ///< "Shape"
QString optionValue(const QString &option, const QString &value); ///< "1024 × 1024"
/// Of a thing that a model takes, as the catalogue names it: "Start from", "First frame".
QString inputLabel(const QString &kind);

} // namespace keyway
