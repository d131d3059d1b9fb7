#pragma once

#include "core/storage/audittrail.h"
#include "ui/widgets/cardframe.h"

class QToolButton;

namespace keyway {

class TextLabel;

/// One entry in full, beside the table: what, when, its facts, its whole mark.
class ActivityDetails : public CardFrame {
    Q_OBJECT
public:
    explicit ActivityDetails(QWidget *parent = nullptr);
    void setEntry(const AuditEntry &entry);
    qint64 sequence() const { return m_sequence; }
    /// Every line, for the clipboard.
    QString text() const;

Q_SIGNALS:
    void closeRequested();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    qint64 m_sequence = 0;
    TextLabel *m_title, *m_when, *m_about, *m_facts, *m_number, *m_mark, *m_check;
    QToolButton *m_copy, *m_close;
};

} // namespace keyway
