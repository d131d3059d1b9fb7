#pragma once

#include "ui/widgets/dialog.h"

class QCheckBox;
class QVBoxLayout;

namespace keyway {

/// A question that has to be answered: a sentence, what will happen, what will stay, verbs on
/// buttons. The first button is the safe one: it has the focus and is the answer of Esc. Open with
/// open().
class QuestionDialog : public Dialog {
    Q_OBJECT
public:
    QuestionDialog(const QString &question, QWidget *parent);

    /// Shows the tile of this service beside the question.
    void setService(const QString &id, const QString &name);
    void addParagraph(const QString &text);
    QCheckBox *addCheckBox(const QString &text);
    /// `id` comes back in answered(). The first one added is the safe one.
    QPushButton *addAnswer(const QString &id, const QString &text,
                           ButtonKind kind = ButtonKind::Secondary);
    void reject() override;

Q_SIGNALS:
    /// Once.
    void answered(const QString &id);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void answer(const QString &id);

    QString m_safe;
    QPushButton *m_safeButton = nullptr;
    class ProviderTile *m_tile;
    QVBoxLayout *m_column;
    bool m_done = false;
};

} // namespace keyway
