#pragma once

#include "ui/theme/buttonkind.h"
#include "ui/widgets/paintedwidget.h"

class QHBoxLayout;
class QPushButton;
class QVBoxLayout;

namespace keyway {

class TextLabel;

/// What a page shows when it has nothing: a drawing, a title, a sentence, at most three buttons.
class EmptyState : public QWidget {
    Q_OBJECT
public:
    /// With the lock and key of the first page, or with one of the icons, large.
    explicit EmptyState(const QString &icon = {}, QWidget *parent = nullptr);
    void setMessage(const QString &title, const QString &text);
    QPushButton *addButton(const QString &text, const QString &icon = {},
                           ButtonKind kind = ButtonKind::Secondary);
    /// Between the sentence and the buttons, for example a grid of first choices.
    void setMiddle(QWidget *widget);

private:
    TextLabel *m_title;
    TextLabel *m_text;
    QVBoxLayout *m_middle;
    QHBoxLayout *m_buttons;
};

} // namespace keyway
