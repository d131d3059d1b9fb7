#pragma once

#include "ui/desktop/prompts/promptvalues.h"

#include <QtWidgets/QComboBox>

namespace keyway {

/// The integrations that answer prompts, and their other models: whom to ask.
class ServiceBox : public QComboBox {
    Q_OBJECT
public:
    /// `nobody`: the first line, which names none of them ("Any service"); empty: there is none.
    explicit ServiceBox(const QString &nobody, QWidget *parent = nullptr);
    /// Who is chosen stays, where they are still there.
    void setServices(const ServicesValue &services);
    /// Nothing for the first line, or where there is nobody.
    std::optional<Id> integration() const;
    /// With integration(): another model of it than its own; empty for its own.
    QString model() const;
    /// The first line where they are not there.
    void choose(const std::optional<Id> &integration, const QString &model);

private:
    QString m_nobody;
    QStringList m_offered; ///< what the list was made from
};

} // namespace keyway
