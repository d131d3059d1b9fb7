#pragma once

#include "ui/widgets/paint.h"
#include "ui/widgets/paintedwidget.h"

class QHBoxLayout;
class QPushButton;

namespace keyway {

class IconView;
class TextLabel;

/// What a check found, below the field that was checked: a colour, an icon, a sentence, links. A
/// live region: its words are announced when they change.
class ResultLine : public PaintedWidget {
    Q_OBJECT
public:
    explicit ResultLine(QWidget *parent = nullptr);
    void show(Status status, const QString &title, const QString &text = {});
    QPushButton *addLink(const QString &text);
    void clear();
    QString spokenText() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void clearLinks();

    Status m_status = Status::Info;
    IconView *m_icon;
    TextLabel *m_words;
    QHBoxLayout *m_links;
};

} // namespace keyway
