#pragma once

#include "core/routing/plan.h"
#include "core/usage/usagerecord.h"

#include <QtWidgets/QWidget>

#include <optional>

class QGridLayout;
class QToolButton;

namespace keyway {

class TextLabel;

/// One attempt in full, beside the table: what it used, what it cost to the millionth, what the
/// service says, why it was asked.
class RequestDetails : public QWidget {
    Q_OBJECT
public:
    explicit RequestDetails(QWidget *parent = nullptr);

    void setRecord(const UsageRecord &record, const QString &serviceName);
    /// Nothing: it is not known (any more).
    void setPlan(const std::optional<routing::RoutePlan> &plan);
    Id recordId() const { return m_record.recordId; }
    /// Every line, for tests and the clipboard.
    QString text() const;

Q_SIGNALS:
    void closeRequested();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void clear();
    void heading(const QString &text);
    void line(const QString &label, const QString &value, bool strong = false);
    void fill();

    UsageRecord m_record;
    QStringList m_lines;
    TextLabel *m_title, *m_subtitle;
    QGridLayout *m_grid;
    QWidget *m_rows;
    TextLabel *m_why;
    QToolButton *m_close, *m_copy;
};

} // namespace keyway
