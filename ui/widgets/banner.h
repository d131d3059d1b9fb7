#pragma once

#include "ui/theme/buttonkind.h"
#include "ui/widgets/paintedwidget.h"

class QHBoxLayout;
class QPushButton;
class QToolButton;

namespace keyway {

class IconView;
class TextLabel;

/// A message above the content: a sentence in bold, what it means, what can be done.
class Banner : public PaintedWidget {
    Q_OBJECT
public:
    enum class Level { Info, Success, Warning, Error, Stopped };

    explicit Banner(Level level = Level::Info, QWidget *parent = nullptr);
    void setLevel(Level level);
    /// Another icon than the level's, for example "lock".
    void setIcon(const QString &icon);
    void setMessage(const QString &title, const QString &text);
    QPushButton *addButton(const QString &text, ButtonKind kind = ButtonKind::Secondary);
    void clearButtons();
    void setClosable(bool closable);

    QString spokenText() const override;

Q_SIGNALS:
    /// The user put it away.
    void closed();

protected:
    void paintEvent(QPaintEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    Level m_level;
    QString m_ownIcon;
    IconView *m_icon;
    TextLabel *m_message;
    QHBoxLayout *m_buttons;
    QToolButton *m_close;
};

} // namespace keyway
